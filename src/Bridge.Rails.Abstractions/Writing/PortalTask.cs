using Bridge.Model.Collections;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>A task for a person in the rail's portal.</summary>
public sealed record PortalTask
{
    /// <summary>Kind of task: <c>build-template</c>, <c>switch-contract</c>, <c>invite-partner</c>, ...</summary>
    public required string Task { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>What to click and type, step by step, in the portal's own words.</summary>
    public required ValueList<string> Instructions { get; init; }

    /// <summary>Every value to type, in the portal's order and words: the sheet that is printed. Empty for a question.</summary>
    public ValueList<SheetLine> Sheet { get; init; } = [];

    /// <summary>The same as a JSON object, for people who automate their portal work.</summary>
    public required string FieldsJson { get; init; }

    /// <summary>True when the person must answer with an id (a template's).</summary>
    public bool NeedsAnswer { get; init; }
}
