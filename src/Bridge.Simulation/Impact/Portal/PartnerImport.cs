using System.Globalization;
using Bridge.Simulation.Impact.Endpoints;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>
/// The web app's partner import: a new direct account per row, whoever the partner is, a mail with an activation link, and a
/// contract that the partner still has to accept. A file that is uploaded twice makes two accounts.
/// </summary>
internal sealed class PartnerImport(BrandDesk desk, long programId)
{
    public IReadOnlyList<ImportRow> Run(CsvTable table, long? templateId) => [.. table.Lines.Select(line => Do(line, templateId))];

    private ImportRow Do(CsvLine line, long? templateId)
    {
        var complaints = Complaints(line, templateId, out var template, out var groups);
        if (complaints.Count > 0)
            return new ImportRow(line.Number, "ERROR", Message: string.Join(' ', complaints));

        var account = Account(line);
        var values = line.Values;
        desk.CreateAccount(account, new Relationship(account.Id, values[0], values[1], values[2]));
        desk.AddToGroups(account.Id, groups);
        new InvitationDesk(desk, programId).Propose(account, template!, values);
        return new ImportRow(line.Number, "CREATED", account.Id);
    }

    private List<string> Complaints(CsvLine line, long? templateId, out TemplateVersion? template, out IReadOnlyList<long> groups)
    {
        var complaints = desk.World.Settings.PartnerImportRequired.Where(column => line[column] is null).Select(column => $"{column} is required.").ToList();
        if (line["PrimaryPromotionalMethod"] is { } method && !PromotionalMethods.All.Contains(method))
            complaints.Add("PrimaryPromotionalMethod is unknown.");

        var named = long.TryParse(line["TemplateTermsId"], NumberStyles.None, CultureInfo.InvariantCulture, out var own) ? own : templateId;
        template = named is { } id ? desk.Brand.Templates.GetValueOrDefault(id) : null;
        if (template is null)
            complaints.Add("Template terms are missing or unknown.");
        groups = Groups(line, complaints);
        return complaints;
    }

    private List<long> Groups(CsvLine line, List<string> complaints)
    {
        var groups = new List<long>();
        if (line["Group"] is { } name)
        {
            if (desk.Brand.Group(programId, name) is { } group)
                groups.Add(group.Id);
            else
                complaints.Add("The group does not exist; create it first.");
        }

        foreach (var text in (line["MPGroupIDs"] ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && desk.Brand.Groups.ContainsKey(id))
                groups.Add(id);
            else
                complaints.Add($"Group {text} does not exist.");
        }

        return groups;
    }

    private PartnerAccount Account(CsvLine line)
    {
        var name = line["AccountName"] ?? string.Empty;
        var website = line["Website"] ?? string.Empty;
        return new PartnerAccount
        {
            Id = desk.World.Ids.Partners.Next(),
            Name = name,
            Description = line["Description"],
            Website = website,
            State = "PENDING",
            PartnerType = "DIRECT",
            Address = new PostalAddress(
                line["Country"] ?? "US", line["AddressLine1"], line["AddressLine2"], line["City"], line["CountryState"], line["PostalCode"]),
            PhoneCountry = line["PhoneCountry"],
            PhoneNumber = line["PhoneNumber"],
            Currency = line["Currency"] ?? desk.Brand.Seed.Currency,
            TaxNumber = line["TaxId"],
            PromotionalMethods = [line["PrimaryPromotionalMethod"] ?? "CONTENT"],
            Properties = [new MediaProperty(desk.World.Ids.Properties.Next(), name, "WEBSITE", "WEB", website)],
            Contacts = [new PartnerContact(line["FirstName"] ?? string.Empty, line["LastName"] ?? string.Empty, line["EmailAddress"] ?? string.Empty, IsPrimary: true)],
            DateCreated = desk.Scope.At,
            DateLastUpdated = desk.Scope.At,
            Activity = 1,
        };
    }
}
