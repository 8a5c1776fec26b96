using System.Globalization;
using Bridge.Simulation.Impact.State;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>
/// The file that an import tool mails when it is through: a row per uploaded row. Where it matched an account, name and e-mail are
/// the account's own, as the prospect import's description says.
/// </summary>
internal static class ResultFile
{
    public static string Write(ImportRecord import, PartnerDirectory partners, ImportFileStyle style)
    {
        using var text = new StringWriter();
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", Delimiter = style == ImportFileStyle.German ? ";" : "," }))
        {
            Record(csv, Heads(style));
            foreach (var row in import.Result().Rows)
                Record(csv, Cells(row, import.Lines[row.Row - 2], partners, style));
        }

        return text.ToString();
    }

    private static string[] Heads(ImportFileStyle style) => style switch
    {
        ImportFileStyle.German => ["Zeile", "Partnername", "E-Mail-Adresse", "Partnerwert 1", "Konto-ID", "Ergebnis", "Meldung"],
        ImportFileStyle.Reordered => ["Import Result", "Details", "Line", "Partner Name", "Contact Email", "Partner ID"],
        _ => ["Row", "Name", "Email", "MPValue1", "PartnerId", "Status", "Message"],
    };

    private static string?[] Cells(ImportRow row, CsvLine line, PartnerDirectory partners, ImportFileStyle style)
    {
        var account = row is { Outcome: "PROPOSED" or "JOINED" or "PENDING", PartnerId: { } id } ? partners.Find(id) : null;
        var number = row.Row.ToString(CultureInfo.InvariantCulture);
        var name = account?.Name ?? line["Name"] ?? line["AccountName"];
        var email = account is null ? line["Email"] ?? line["EmailAddress"] : account.PrimaryContact?.Email;
        var partner = row.PartnerId?.ToString(CultureInfo.InvariantCulture);
        var word = Word(row.Outcome, style);
        return style == ImportFileStyle.Reordered
            ? [word, row.Message, number, name, email, partner]
            : [number, name, email, line["MPValue1"], partner, word, row.Message];
    }

    private static string Word(string outcome, ImportFileStyle style) => (outcome, style == ImportFileStyle.German) switch
    {
        ("CREATED", false) => "Created",
        ("INVITED", false) => "Invited",
        ("PROPOSED", false) => "Matched existing account",
        ("JOINED", false) => "Already joined",
        ("PENDING", false) => "Pending",
        ("GROUP_ADDED", false) => "Group added",
        (_, false) => "Error",
        ("PROPOSED" or "JOINED", true) => "Zugeordnet",
        ("CREATED" or "INVITED" or "PENDING" or "GROUP_ADDED", true) => "Erfolgreich",
        _ => "Fehler",
    };

    private static void Record(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}
