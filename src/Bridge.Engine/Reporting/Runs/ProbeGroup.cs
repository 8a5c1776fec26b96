using Bridge.Model.Collections;

namespace Bridge.Engine.Reporting.Runs;

/// <summary>What probes found wrong, by reason.</summary>
public sealed record ProbeGroup
{
    /// <summary>Code.</summary>
    public required string Reason { get; init; }

    /// <summary>What was found, as the first note says it; null when the code says it all.</summary>
    public string? Message { get; init; }

    /// <summary>How often it was found.</summary>
    public required long Count { get; init; }

    /// <summary>How many of these steps are done by now.</summary>
    public required long PutRight { get; init; }

    /// <summary>The first steps.</summary>
    public ValueList<string> Steps { get; init; } = [];
}
