namespace Bridge.Engine.Mapping.Profiles;

/// <summary>How partners are looked for on the target.</summary>
public enum MatchWay
{
    /// <summary>By an id that both sides hold.</summary>
    Reference,

    /// <summary>By the host of the main site.</summary>
    Domain,

    /// <summary>By the keyed hash of an e-mail.</summary>
    Email,
}
