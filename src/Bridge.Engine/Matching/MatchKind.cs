namespace Bridge.Engine.Matching;

/// <summary>What a search for a partner on the target came to.</summary>
public enum MatchKind
{
    /// <summary>Not there.</summary>
    None,

    /// <summary>There, once.</summary>
    Matched,

    /// <summary>Several could be it: a person decides in the overrides file.</summary>
    Ambiguous,

    /// <summary>Another program of the brand is bringing it in, or has, and the target's snapshot does not show it yet.</summary>
    UnderWay,

    /// <summary>The overrides file says that it is a new one, whatever looks alike.</summary>
    DeclaredNew,

    /// <summary>The overrides file says that it does not move.</summary>
    DeclaredSkip,
}
