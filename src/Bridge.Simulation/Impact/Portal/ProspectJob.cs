using System.Globalization;
using Bridge.Simulation.Impact.State;
using Bridge.Simulation.Impact.Truth;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>A prospect import under way: one row after the other, each taking its time.</summary>
internal sealed class ProspectJob(string id, long programId, IReadOnlyList<CsvLine> lines, bool dryRun, DateTimeOffset started, TruthOrigin origin)
{
    private readonly List<ImportRow> done = [];

    public string Id => id;

    /// <summary>Rows of the file.</summary>
    public IReadOnlyList<CsvLine> Lines => lines;

    public ImportResult Result => new(id, dryRun, done.Count == lines.Count, [.. done]);

    /// <summary>Does the rows whose time has come.</summary>
    public void Advance(ImpactWorld world, BrandAccount brand, DateTimeOffset now)
    {
        while (done.Count < lines.Count)
        {
            var due = started + (world.Settings.ProspectRowTime * (done.Count + 1));
            if (due > now)
                return;

            var desk = new BrandDesk(world, brand, new ChangeScope(world.Truth, origin, due));
            done.Add(Do(desk, lines[done.Count]));
        }
    }

    private ImportRow Do(BrandDesk desk, CsvLine line)
    {
        if (line["Name"] is not { } name)
            return new ImportRow(line.Number, "ERROR", Message: "Name is required.");
        if (line["Email"] is null && line["Website"] is null)
            return new ImportRow(line.Number, "ERROR", Message: "Email or Website is required.");
        if (!long.TryParse(line["TemplateTermsId"], NumberStyles.None, CultureInfo.InvariantCulture, out var templateId))
            return new ImportRow(line.Number, "ERROR", Message: "TemplateTermsId is required.");

        var row = new ProspectRow
        {
            Name = name,
            Website = line["Website"],
            Email = line["Email"],
            FirstName = line["FirstName"],
            LastName = line["LastName"],
            Group = line["Group"],
            TemplateId = templateId,
            Values = line.Values,
        };
        return new InvitationDesk(desk, programId).Invite(row, dryRun) with { Row = line.Number };
    }
}
