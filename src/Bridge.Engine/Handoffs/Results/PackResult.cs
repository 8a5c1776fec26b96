using Bridge.Model.Collections;

namespace Bridge.Engine.Handoffs.Results;

/// <summary>
/// A result file, joined to the rows of its pack. It lies in the outbox until the run takes it, then in the run store. Holds no
/// personal value.
/// </summary>
public sealed record PackResult
{
    /// <summary>Document kind in the run store; the key is the pack.</summary>
    public const string Kind = "packResult";

    /// <summary>Pack.</summary>
    public required string Pack { get; init; }

    /// <summary>SHA-256 of the files it came from, lower-case hexadecimal, newest last.</summary>
    public required ValueList<string> Files { get; init; }

    /// <summary>Partners of the pack that it speaks of.</summary>
    public required ValueList<PackRowResult> Rows { get; init; }

    /// <summary>Who handed it in last.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Name under which it lies in the outbox.</summary>
    public static string IdOf(string pack) => "result-" + pack;

    /// <summary>This result with a later one on top: what the later one says of a partner holds.</summary>
    public PackResult With(PackResult later) => later with
    {
        Files = Files.Concat(later.Files).Distinct(StringComparer.Ordinal).ToValueList(),
        Rows = Rows.Where(row => !later.Rows.Any(other => other.Step == row.Step)).Concat(later.Rows).ToValueList(),
    };
}
