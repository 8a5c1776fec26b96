namespace Bridge.Engine.Reporting.Documents;

/// <summary>Everything about one subject, a partner for example: folded until somebody looks for it.</summary>
public sealed record Card
{
    /// <summary>Name.</summary>
    public required string Title { get; init; }

    /// <summary>Ids; they are searched like the name.</summary>
    public required string Subtitle { get; init; }

    /// <summary>How it is meant.</summary>
    public required Tone Tone { get; init; }

    /// <summary>The tone in one word, to filter by.</summary>
    public required string Level { get; init; }

    /// <summary>Short remarks, most important first.</summary>
    public IReadOnlyList<string> Badges { get; init; } = [];

    /// <summary>Its parts.</summary>
    public IReadOnlyList<CardPart> Parts { get; init; } = [];
}
