namespace Bridge.Rails.Abstractions.Intake;

/// <summary>One file or sheet of the inbox, looked at.</summary>
public sealed class FileLook
{
    private readonly TableSample? sample;

    internal FileLook(TableSample? sample) => this.sample = sample;

    /// <summary>Name inside the inbox; a sheet behind <c>#</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes of the file.</summary>
    public required long Length { get; init; }

    /// <summary>What it is.</summary>
    public required FileLookKind Kind { get; init; }

    /// <summary>Why it cannot be read, or what type of file it is; null for tables.</summary>
    public string? Note { get; init; }

    /// <summary>What it could be, the best first; empty when it is no table.</summary>
    public IReadOnlyList<KindProposal> Proposals { get; init; } = [];

    /// <summary>Line of the header, from 1.</summary>
    public int HeaderLine => sample?.HeaderLine ?? 1;

    /// <summary>Headers as written.</summary>
    public IReadOnlyList<string> Headers => sample?.Headers ?? [];

    /// <summary>The different words of a column of the sample by its place from 1; null when there are many, or no such column.</summary>
    public IReadOnlySet<string>? WordsAt(int place) => sample is null || place < 1 || place > sample.Columns.Count ? null : sample.Columns[place - 1].Words;

    /// <summary>True when a column holds times that name no zone.</summary>
    public bool HasBareTimes(int place) => sample is not null && place >= 1 && place <= sample.Columns.Count && sample.Columns[place - 1].BareTimes > 0;
}
