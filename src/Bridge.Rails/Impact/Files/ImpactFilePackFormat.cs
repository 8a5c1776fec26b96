using System.Globalization;
using System.Text;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bridge.Rails.Impact.Files;

/// <summary>
/// The two import files of the portal (sheet, section 10). Both column lists are assumed: impact.com shows them in the tools
/// and publishes none.
/// </summary>
internal sealed class ImpactFilePackFormat(IPersonalValues personal) : IFilePackFormat
{
    /// <summary>Rows of one upload: impact.com names no limit, 500 rows take about 25 minutes in the prospect import.</summary>
    private const int Rows = 500;

    private static readonly string[] ProspectColumns =
        ["Name", "Website", "Email", "FirstName", "LastName", "Group", "TemplateTermsId", "MPValue1", "MPValue2", "MPValue3"];

    private static readonly string[] ImportColumns =
    [
        "AccountName", "Website", "AddressLine1", "AddressLine2", "City", "CountryState", "PostalCode", "Country", "PhoneCountry",
        "PhoneNumber", "PrimaryPromotionalMethod", "FirstName", "LastName", "EmailAddress", "TemplateTermsId", "Currency",
        "MPGroupIDs", "MPValue1", "MPValue2", "MPValue3",
    ];

    public string? ToolFor(PartnerEntry entry) => entry switch
    {
        PartnerEntry.ProspectFile => "prospect-import",
        PartnerEntry.ImportFile => "partner-import",
        _ => null,
    };

    public int MaxRows(PartnerEntry entry) => ToolFor(entry) is null ? 0 : Rows;

    public IReadOnlyList<string> Instructions(PartnerEntry entry, int rows) => entry switch
    {
        PartnerEntry.ProspectFile =>
        [
            "Do not open and save the file in a spreadsheet: it changes ids and dates. Look at it in a text editor.",
            "The groups of the file must exist before the upload; Bridge makes them first.",
            "In impact.com open Settings > Tools > Prospect Import, choose the program, then the file.",
            "Compare the columns the tool shows with the header of the file: impact.com publishes no list, so this one is assumed. Map a column by hand where the names differ; leave unknown ones out.",
            "Run the tool's dry run first and read its result file. Errors are per row.",
            string.Create(CultureInfo.InvariantCulture, $"Run the import. {rows} rows take about {Math.Max(1, rows * 4 / 60)} minutes (4 seconds a row); the result file comes by e-mail."),
            "impact.com matches accounts that exist and takes their own name and e-mail; others are invited by mail. A partner with several groups stands in several rows.",
            "Upload the file once. Bridge sees by itself who has joined; there is nothing to report back.",
        ],
        PartnerEntry.ImportFile =>
        [
            "Ask the customer success manager before the first partner import of an account: impact.com wants to know.",
            "Do not open and save the file in a spreadsheet: it changes ids and dates. Look at it in a text editor.",
            "In impact.com open Settings > Tools > Import Partners and pick the template term whose id stands in TemplateTermsId. The tool takes one per upload: split the file where it names several.",
            "Compare the columns the tool shows with the header of the file: impact.com publishes no list, so the fields of the create-partner call are assumed.",
            "Upload the file once: every row makes a new account, a second upload makes a second one. Each partner gets a mail with an activation link and must accept the terms.",
            "Bridge sees by itself who has accepted; there is nothing to report back.",
        ],
        _ => [],
    };

    public async Task<IReadOnlyList<string>> WriteAsync(PartnerEntry entry, IReadOnlyList<FilePackRow> rows, Stream output, CancellationToken cancellationToken)
    {
        if (ToolFor(entry) is null)
        {
            throw new ArgumentException($"impact.com has no import file for {entry}.", nameof(entry));
        }

        var leftOut = new List<string>();
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" });
        Record(csv, entry == PartnerEntry.ProspectFile ? ProspectColumns : ImportColumns);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var reveal = new Revealing(personal);
            var records = (entry == PartnerEntry.ProspectFile ? Prospects(row.Partner, reveal) : Imports(row.Partner, reveal)).ToList();
            if (reveal.Erased)
            {
                leftOut.Add(row.StepId);
                continue;
            }

            records.ForEach(record => Record(csv, record));
        }

        await csv.FlushAsync();
        return leftOut;
    }

    private static void Record(CsvWriter csv, string?[] cells)
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
