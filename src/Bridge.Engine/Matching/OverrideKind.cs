namespace Bridge.Engine.Matching;

/// <summary>What a person decided about a source partner.</summary>
public enum OverrideKind
{
    /// <summary>It is that partner of the target.</summary>
    Target,

    /// <summary>It is not on the target, whatever looks alike.</summary>
    New,

    /// <summary>It does not move.</summary>
    Skip,
}
