using System.Buffers;

namespace Bridge.Rails.Impact.Files;

/// <summary>
/// Cells that a spreadsheet does not take for a formula when a person opens the file before uploading it. A cell that could be
/// one gets a blank in front: spreadsheets then show text, and importers trim (assumed; Bridge trims when it reads back). Plain
/// numbers with a sign cannot do harm and stay.
/// </summary>
internal static class CsvCells
{
    private const string Starts = "=@\t\r\n+-\uFF1D\uFF0B\uFF0D\uFF20";

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789 .()/");

    public static string Safe(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        return Starts.Contains(value[0], StringComparison.Ordinal) && !IsSignedNumber(value) ? " " + value : value;
    }

    private static bool IsSignedNumber(string value) =>
        value.Length > 1 && value[0] is '+' or '-' && value.AsSpan(1).IndexOfAnyExcept(NumberCharacters) < 0;
}
