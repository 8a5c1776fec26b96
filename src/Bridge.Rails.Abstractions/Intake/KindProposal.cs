using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Intake;

/// <summary>A file taken for one kind of table.</summary>
/// <param name="Schema">The kind.</param>
/// <param name="Percent">How well it fits.</param>
/// <param name="Pairings">Every column of the kind with the file's column, in order of the kind.</param>
public sealed record KindProposal(TableSchema Schema, int Percent, IReadOnlyList<ColumnPairing> Pairings)
{
    /// <summary>From here on a file is taken for this kind.</summary>
    public const int Fits = 62;

    /// <summary>Kinds closer to the best one than this are rivals.</summary>
    public const int Margin = 6;
}
