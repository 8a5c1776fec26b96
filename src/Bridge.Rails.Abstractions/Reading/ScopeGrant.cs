namespace Bridge.Rails.Abstractions.Reading;

/// <summary>What a read showed of a scope.</summary>
public enum ScopeGrant
{
    /// <summary>The rail answered.</summary>
    Granted,

    /// <summary>The rail refused.</summary>
    Refused,

    /// <summary>No read shows it.</summary>
    NotShown,
}
