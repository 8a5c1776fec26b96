using Bridge.Model.Collections;
using Bridge.Model.Findings;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>What the columns of a file pack rest on.</summary>
public sealed record FilePackColumns
{
    /// <summary>File that a person downloaded from the portal, as the settings name it; null when the built-in columns are used.</summary>
    public string? Template { get; init; }

    /// <summary>Columns of the file, in order, as their headers read.</summary>
    public required ValueList<string> Columns { get; init; }

    /// <summary>Columns that no source confirms: impact.com, for one, publishes no list.</summary>
    public ValueList<string> Unconfirmed { get; init; } = [];

    /// <summary>Columns of the template that nothing is known for; they stay blank.</summary>
    public ValueList<string> Blank { get; init; } = [];

    /// <summary>Values that the template has no column for.</summary>
    public ValueList<string> Unwritten { get; init; } = [];

    /// <summary>Everything that is wrong; a blocking one keeps files from being written.</summary>
    public ValueList<Finding> Problems { get; init; } = [];

    /// <summary>The same in sentences for slips, tasks and reports.</summary>
    public IEnumerable<string> Notes()
    {
        if (Template is not null)
        {
            yield return $"Written onto the template {Template}.";
        }

        if (Unconfirmed.Count > 0)
        {
            yield return $"Unconfirmed column: {string.Join(", ", Unconfirmed)}. No source confirms the header; compare it with what the tool shows, or name the tool's own template in the settings.";
        }

        if (Blank.Count > 0)
        {
            yield return $"Left blank: {string.Join(", ", Blank)}.";
        }

        if (Unwritten.Count > 0)
        {
            yield return $"Not in the template, so not written: {string.Join(", ", Unwritten)}.";
        }
    }
}
