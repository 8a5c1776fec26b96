using System.Collections.Frozen;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>What a spreadsheet shows where a formula failed; exports to CSV carry these words along.</summary>
public static class SpreadsheetErrors
{
    /// <summary>Stands for a formula whose value was never stored.</summary>
    public const string NotComputed = "#CALC!";

    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#GETTING_DATA", "#FIELD!", "#BLOCKED!", NotComputed], StringComparer.Ordinal);

    /// <summary>True when a cell holds such a word.</summary>
    public static bool Contains(string text) => text.Length > 3 && text[0] == '#' && Words.Contains(text);
}
