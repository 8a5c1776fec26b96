using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Intake;

/// <summary>A known column and the column of a file that it is taken for.</summary>
/// <param name="Column">The known column.</param>
/// <param name="Place">Place in the file, from 1; 0 when the file has none.</param>
/// <param name="Header">Header there; empty when the file has none.</param>
/// <param name="Percent">How sure it is.</param>
/// <param name="Reason">What speaks for it.</param>
public sealed record ColumnPairing(TableColumn Column, int Place, string Header, int Percent, string Reason)
{
    /// <summary>From here on a pairing is taken without asking.</summary>
    public const int Sure = 75;

    /// <summary>From here on a pairing is offered.</summary>
    public const int Likely = 55;

    /// <summary>Other headers that it could be, the likeliest first; empty when it is clear.</summary>
    public IReadOnlyList<string> Rivals { get; init; } = [];

    /// <summary>True when a person has to say which column it is.</summary>
    public bool Asks => Column.Required && (Percent < Sure || Rivals.Count > 0);

    /// <summary>True when the file's column is read as this one.</summary>
    public bool Taken => Place > 0 && Percent >= Sure && Rivals.Count == 0;
}
