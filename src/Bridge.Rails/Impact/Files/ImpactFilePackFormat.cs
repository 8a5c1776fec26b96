using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Abstractions.Writing;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bridge.Rails.Impact.Files;

/// <summary>
/// The two import files of the portal (sheet, section 10), written onto the templates that a person downloaded, or with built-in
/// columns that no source confirms.
/// </summary>
internal sealed class ImpactFilePackFormat(IPersonalValues personal, PackTemplates templates) : IFilePackFormat
{
    /// <summary>Rows of one upload: impact.com names no limit, 500 rows take about 25 minutes in the prospect import.</summary>
    private const int Rows = 500;

    private readonly PackLayoutReader reader = new(templates);
    private readonly ConcurrentDictionary<PartnerEntry, PackLayout> layouts = new();

    public TableSchema ResultSchema => ImpactResults.Schema;

    public string? ToolFor(PartnerEntry entry) => entry switch
    {
        PartnerEntry.ProspectFile => "prospect-import",
        PartnerEntry.ImportFile => "partner-import",
        _ => null,
    };

    public int MaxRows(PartnerEntry entry) => ToolFor(entry) is null ? 0 : Rows;

    /// <summary>The partner import is told its template once per upload; the prospect import, too, when its file has no column for it.</summary>
    public string? BatchOf(PartnerEntry entry, PartnerDraft partner)
    {
        var inFile = entry == PartnerEntry.ProspectFile
            && (!layouts.TryGetValue(entry, out var layout) || layout.Has(PackColumns.IndexOf(PackColumns.Prospect, "TemplateTermsId")));
        return inFile || partner.Template is not { } template ? null : template.Require();
    }

    public string ExtensionOf(PartnerEntry entry) =>
        PathOf(entry) is { } path && PackLayoutReader.IsWorkbook(path) ? "xlsx" : "csv";

    public PackRowFate? FateOf(string status) => ImpactResults.FateOf(status);

    public async Task<FilePackColumns> ColumnsAsync(PartnerEntry entry, CancellationToken cancellationToken)
    {
        if (ToolFor(entry) is null)
        {
            throw NoFile(entry);
        }

        // Read anew: a person may have put another template there since.
        return (layouts[entry] = await reader.ReadAsync(entry, cancellationToken)).Columns;
    }

    public IReadOnlyList<string> Instructions(PartnerEntry entry, int rows) => entry switch
    {
        PartnerEntry.ProspectFile =>
        [
            "Do not open and save the file in a spreadsheet: it changes ids and dates. Look at it in a text editor.",
            "The groups of the file must exist before the upload; Bridge makes them first.",
            "In impact.com open Settings > Tools > Prospect Import, choose the program, then the file.",
            PathOf(entry) is { } own
                ? $"The file has the columns of your template {Path.GetFileName(own)}, in its order."
                : "Compare the columns the tool shows with the header of the file: impact.com publishes no list, so this one is assumed. Map a column by hand where the names differ; leave unknown ones out.",
            "Run the tool's dry run first and read its result file. Errors are per row.",
            string.Create(CultureInfo.InvariantCulture, $"Run the import. {rows} rows take about {Math.Max(1, rows * 4 / 60)} minutes (4 seconds a row); the result file comes by e-mail."),
            "impact.com matches accounts that exist and takes their own name and e-mail; others are invited by mail. A partner with several groups stands in several rows.",
            "Upload the file once. Hand the result file to Bridge: 'bridge import-result <file>'; it says which rows were refused. Who has joined Bridge sees by itself.",
        ],
        PartnerEntry.ImportFile =>
        [
            "Ask the customer success manager before the first partner import of an account: impact.com wants to know.",
            "Do not open and save the file in a spreadsheet: it changes ids and dates. Look at it in a text editor.",
            "In impact.com open Settings > Tools > Import Partners and pick the template term whose id the title of this task names: the tool takes one per upload, and so does every file.",
            PathOf(entry) is { } own
                ? $"The file has the columns of your template {Path.GetFileName(own)}, in its order."
                : "Compare the columns the tool shows with the header of the file: impact.com publishes no list, so the fields of the create-partner call are assumed.",
            "Upload the file once: every row makes a new account, a second upload makes a second one. Each partner gets a mail with an activation link and must accept the terms.",
            "If the tool answers with a result file, hand it to Bridge: 'bridge import-result <file>'. Who has accepted Bridge sees by itself.",
        ],
        _ => [],
    };

    public async Task<FilePackReceipt> WriteAsync(PartnerEntry entry, IReadOnlyList<FilePackRow> rows, Stream output, CancellationToken cancellationToken)
    {
        if (!layouts.TryGetValue(entry, out var layout))
        {
            await ColumnsAsync(entry, cancellationToken);
            layout = layouts[entry];
        }

        if (layout.Columns.Problems.Any(problem => problem.Severity == Severity.Blocking))
        {
            throw new InvalidOperationException($"The template {layout.Columns.Template} cannot be written onto.");
        }

        var (counts, table) = (new List<int>(rows.Count), new List<IReadOnlyList<string?>>(rows.Count));
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var reveal = new Revealing(personal);
            var records = (entry == PartnerEntry.ProspectFile ? Prospects(row.Partner, reveal) : Imports(row.Partner, reveal)).ToList();
            counts.Add(reveal.Erased ? 0 : records.Count);
            if (!reveal.Erased)
            {
                table.AddRange(records.Select(layout.Row));
            }
        }

        if (layout.Path is { } path && PackLayoutReader.IsWorkbook(path))
        {
            await using var template = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            SpreadsheetFiller.Fill(template, output, table);
        }
        else
        {
            await WriteCsvAsync(layout, table, output);
        }

        return new FilePackReceipt(counts.ToValueList());
    }

    private static async Task WriteCsvAsync(PackLayout layout, List<IReadOnlyList<string?>> table, Stream output)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(layout.ByteOrderMark), leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", Delimiter = layout.Separator.ToString() });
        Record(csv, layout.Columns.Columns);
        table.ForEach(row => Record(csv, row));
        await csv.FlushAsync();
    }

    private static ArgumentException NoFile(PartnerEntry entry) => new($"impact.com has no import file for {entry}.", nameof(entry));

    private string? PathOf(PartnerEntry entry) => entry == PartnerEntry.ProspectFile ? templates.Prospect : templates.Import;

    private static void Record(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(CsvCells.Safe(cell));
        }

        csv.NextRecord();
    }

    private static string? Value(PartnerDraft partner, string scheme) => partner.References.FirstOrDefault(reference => reference.Scheme == scheme)?.Value;

    private static string?[] Values(PartnerDraft partner) => [.. ImpactTranslator.ValueSchemes.Select(scheme => Value(partner, scheme))];

    private static IEnumerable<string?[]> Prospects(PartnerDraft partner, Revealing reveal)
    {
        var contact = partner.Contact ?? new Contact();
        string?[] person = [reveal.Text(contact.Email), reveal.Text(contact.FirstName), reveal.Text(contact.LastName)];
        IEnumerable<string> groups = partner.GroupNames.Count == 0 ? [""] : partner.GroupNames;
        return groups.Select(group => (string?[])[partner.Name, partner.Website, .. person, group, partner.Template?.Require(), .. Values(partner)]);
    }

    private static IEnumerable<string?[]> Imports(PartnerDraft partner, Revealing reveal)
    {
        var (contact, address) = (partner.Contact ?? new Contact(), partner.Address ?? new PostalAddress());
        return
        [
            [
                partner.Name,
                partner.Website,
                reveal.Text(address.Line1),
                reveal.Text(address.Line2),
                reveal.Text(address.City),
                address.State,
                reveal.Text(address.PostalCode),
                address.Country is { } country ? ImpactCountries.FromIso(country) : null,
                contact.PhoneCountry ?? address.Country,
                reveal.Text(contact.Phone),
                partner.PromotionMethod,
                reveal.Text(contact.FirstName),
                reveal.Text(contact.LastName),
                reveal.Text(contact.Email),
                partner.Template?.Require(),
                partner.Currency?.Code,
                string.Join(',', partner.Groups.Select(group => group.Require())),
                .. Values(partner),
            ],
        ];
    }

    /// <summary>Reveals the values of one row and remembers whether one of them is gone.</summary>
    private sealed class Revealing(IPersonalValues personal)
    {
        public bool Erased { get; private set; }

        public string? Text(PersonalValue? value)
        {
            if (value is not { } known)
            {
                return null;
            }

            var text = personal.Reveal(known);
            Erased |= text is null;
            return text;
        }
    }
}
