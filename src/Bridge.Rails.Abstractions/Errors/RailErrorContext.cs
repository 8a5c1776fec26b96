namespace Bridge.Rails.Abstractions.Errors;

/// <summary>Where and how a rail error arose: everything a <see cref="RailException"/> carries besides its meaning.</summary>
public sealed record RailErrorContext
{
    /// <summary>Rail id, for example <c>impact</c>.</summary>
    public required string Rail { get; init; }

    /// <summary>Name of the connection in the migration.</summary>
    public required string Connection { get; init; }

    /// <summary>Operation of the client, for example <c>partners.list</c>; never a URL.</summary>
    public required string Operation { get; init; }

    /// <summary>HTTP status; null when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>How long the rail asks to wait, capped at one hour; null when it said nothing plausible.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The rail's own error code; null when it has none. Cleaned and cut to 80 characters.</summary>
    public string? RailCode { get; init; }

    /// <summary>The rail's own words; null when it said nothing readable. Cleaned and cut to 300 characters.</summary>
    public string? RailMessage { get; init; }
}
