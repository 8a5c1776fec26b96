using Bridge.Engine.Planning;

namespace Bridge.Engine.Reporting.Documents;

/// <summary>One part of a card: what happens to one record.</summary>
public sealed record CardPart
{
    /// <summary>The record and what is done.</summary>
    public required string Title { get; init; }

    /// <summary>How it is meant.</summary>
    public Tone Tone { get; init; }

    /// <summary>Before and after of its fields.</summary>
    public IReadOnlyList<FieldDifference> Changes { get; init; } = [];

    /// <summary>Reasons, losses and remarks.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
