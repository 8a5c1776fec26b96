using Bridge.Engine.Snapshots;
using Bridge.Model.Collections;

namespace Bridge.Engine.Matching;

/// <summary>Result of a search for one source partner among the partners of the target.</summary>
public sealed record PartnerMatch
{
    /// <summary>Key of the source partner that was looked for.</summary>
    public required string Source { get; init; }

    /// <summary>What it came to.</summary>
    public required MatchKind Kind { get; init; }

    /// <summary>Native id on the target; null when there is none or several.</summary>
    public string? TargetId { get; init; }

    /// <summary>Where the target partner rests in the target snapshot; null as above.</summary>
    public RecordLocation? Location { get; init; }

    /// <summary>Which strategy found it: <c>override</c>, <c>idMap</c>, <c>sibling</c>, <c>reference</c>, <c>domain</c>, <c>email</c>.</summary>
    public string? Strategy { get; init; }

    /// <summary>What matched, free of personal values.</summary>
    public string? Evidence { get; init; }

    /// <summary>Candidates of an ambiguous match, sorted.</summary>
    public ValueList<string> Candidates { get; init; } = [];
}
