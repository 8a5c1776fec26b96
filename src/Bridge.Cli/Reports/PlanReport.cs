using System.Text.Json.Nodes;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Documents;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Hosting;
using Bridge.Hosting.Reports;
using Bridge.Model.Collections;

namespace Bridge.Cli.Reports;

/// <summary>The dry run of a plan: on the terminal, as files and as JSON.</summary>
internal sealed class PlanReport
{
    private readonly StoredPlan plan;
    private readonly ReportDocument document;
    private readonly IReadOnlyList<string> files;
    private readonly DryRunReport report;

    private PlanReport(StoredPlan plan, DryRunReport report, ReportDocument document, IReadOnlyList<string> files)
    {
        this.plan = plan;
        this.report = report;
        this.document = document;
        this.files = files;
    }

    /// <summary>True when findings keep the plan from being approved.</summary>
    public bool Blocked => plan.Totals.Blocking() > 0;

    /// <summary>Path of the page.</summary>
    public string Page => files.First(file => file.EndsWith(".html", StringComparison.Ordinal));

    /// <summary>Builds the report and writes its files to <c>reports/&lt;hash&gt;</c>.</summary>
    public static async Task<PlanReport> WriteAsync(OpenMigration migration, StoredPlan plan, CancellationToken cancellationToken)
    {
        var files = await PlanFiles.WriteAsync(migration, plan, cancellationToken);
        return new PlanReport(plan, files.Report, files.Document, files.Files);
    }

    /// <summary>Tells it: risk first, then partner by partner.</summary>
    public void Write(CliOutput output, int cards)
    {
        Pages.Write(output, document, cards);
        output.Line();
        output.Line("Reports:");
        foreach (var file in files)
        {
            output.Line("  " + file);
        }

        output.Line($"Plan {plan.Hash}");
        output.Line(Blocked
            ? "Findings block it: put them right and run 'bridge plan' again."
            : $"Next: 'bridge approve {plan.Hash[..8]} --as <name>'{Accepts()}, then 'bridge apply {plan.Hash[..8]}'.");
    }

    /// <summary>The same for programs.</summary>
    public JsonObject Json() => new()
    {
        ["plan"] = plan.Hash,
        ["kind"] = RailText.Word(plan.Header.Kind),
        ["rollsBack"] = plan.Header.RollsBack,
        ["steps"] = plan.Totals.Steps,
        ["blocking"] = plan.Totals.Blocking(),
        ["approvable"] = !Blocked,
        ["entities"] = Output.Json.Entities(plan.Totals.Entities),
        ["kinds"] = Output.Json.Counts(plan.Totals.Kinds),
        ["channels"] = Output.Json.Counts(plan.Totals.Channels),
        ["reversibility"] = Output.Json.Counts(plan.Totals.Reversibility),
        ["irreversible"] = Output.Json.Counts(plan.Totals.Irreversible),
        ["mails"] = Output.Json.Counts(plan.Totals.Notifications),
        ["losses"] = Output.Json.Counts(plan.Totals.Losses),
        ["lossesToAccept"] = Output.Json.Counts(LossesToAccept),
        ["reasons"] = Output.Json.Counts(plan.Totals.Reasons),
        ["findings"] = Output.Json.Counts(plan.Totals.Findings),
        ["writeCalls"] = plan.Totals.WriteCalls,
        ["readCalls"] = plan.Totals.ReadCalls,
        ["leastSeconds"] = (long)report.Forecast.LeastTime.TotalSeconds,
        ["reports"] = Output.Json.Texts(files),
    };

    private ValueList<NamedCount> LossesToAccept => plan.Totals.LossesToAccept ?? plan.Totals.Losses;

    private string Accepts() =>
        (plan.Totals.Irreversible.Count > 0 ? " with --accept-irreversible for what cannot be undone" : "")
        + (LossesToAccept.Count > 0 ? " and --accept-loss for what is lost" : "");
}
