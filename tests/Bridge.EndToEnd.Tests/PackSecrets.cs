using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bridge.EndToEnd.Tests;

/// <summary>The personal values of an export pack, read by nothing of Bridge: e-mail addresses, names, phones, addresses and tax numbers.</summary>
internal static class PackSecrets
{
    private static readonly string[] Columns = ["Email", "Phone", "Address 1", "City", "Postal Code", "Tax ID", "Last Name"];

    /// <summary>Reads every file of people in the pack. Values that are ordinary words or too short to be told from others are left out.</summary>
    public static async Task<IReadOnlySet<string>> ReadAsync(string folder)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var values = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "publisher*.csv"))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            Read(Decode(bytes), values);
        }

        return values;
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(bytes);
        }
    }

    private static void Read(string text, SortedSet<string> values)
    {
        var separator = text[..text.IndexOf('\n')].Contains(';') ? ";" : ",";
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator, BadDataFound = null, MissingFieldFound = null, PrepareHeaderForMatch = header => header.Header.Trim().ToUpperInvariant() };
        using var csv = new CsvReader(new StringReader(text), configuration);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            foreach (var column in Columns.Where(column => csv.HeaderRecord!.Any(header => string.Equals(header.Trim(), column, StringComparison.OrdinalIgnoreCase))))
            {
                if (csv.GetField(column.ToUpperInvariant())?.Trim() is { Length: >= 6 } value && (column != "Email" || value.Contains('@')))
                {
                    values.Add(value);
                }
            }
        }
    }
}
