using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Engine.Intake;
using Bridge.Rails.Abstractions.Intake;
using Spectre.Console;

namespace Bridge.Cli.Inspection;

/// <summary>The inbox in words and as JSON.</summary>
internal static class InboxText
{
    private const int MostKeys = 20;
    private const int WidestCell = 28;
    private static readonly Style Red = new(Color.Red);
    private static readonly Style Yellow = new(Color.Yellow);

    public static void Write(CliOutput output, InboxSource source, InboxReport report)
    {
        output.Heading($"Inbox {source.Folder} of '{source.Connection}' ({source.Rail.DisplayName}): {report.Items.Count} files and sheets");
        foreach (var item in report.Items)
        {
            Write(output, item);
        }

        output.Line();
        if (report.Gaps.Count > 0)
        {
            output.Heading("Missing");
            foreach (var gap in report.Gaps)
            {
                output.Line($"  {(gap.Blocks ? "BLOCKS " : "")}{gap.Message.Trim()}", gap.Blocks ? Red : Yellow);
                if (gap.Keys.Count > 0)
                {
                    output.Line(string.Create(CultureInfo.InvariantCulture, $"    {gap.Keys.Count} without it: {string.Join(", ", gap.Keys.Take(MostKeys))}{(gap.Keys.Count > MostKeys ? ", ... (all with --json)" : "")}"));
                }
            }
        }

        if (report.Open.Count > 0)
        {
            output.Heading("Questions");
            foreach (var question in report.Open)
            {
                output.Line($"  {question.Id()}  {question.Text}");
                output.Line($"      {question.Evidence}");
                output.Line($"      answers: {string.Join(", ", question.Options.Take(12).Select(option => option.Value))}");
            }

            output.Line("  'bridge questions answer <id> <value> --as <name>', or 'bridge questions export questions.xlsx' for a sheet.");
        }

        output.Line(report.Complete ? "Everything was read. Next: 'bridge doctor', then 'bridge extract'." : "Then run 'bridge inbox' again.");
    }

    public static JsonObject Json(InboxSource source, InboxReport report) => new()
    {
        ["folder"] = source.Folder,
        ["connection"] = source.Connection,
        ["complete"] = report.Complete,
        ["decisions"] = report.DecisionsPath,
        ["files"] = Output.Json.Array(report.Items, Json),
        ["gaps"] = Output.Json.Array(report.Gaps, gap => new JsonObject
        {
            ["kind"] = gap.Schema.Name,
            ["blocks"] = gap.Blocks,
            ["message"] = gap.Message,
            ["keys"] = Output.Json.Texts(gap.Keys),
        }),
        ["questions"] = Output.Json.Array(report.Open, question => new JsonObject
        {
            ["id"] = question.Id(),
            ["kind"] = question.Kind,
            ["subject"] = question.Subject,
            ["text"] = question.Text,
            ["evidence"] = question.Evidence,
            ["options"] = Output.Json.Texts(question.Options.Select(option => option.Value)),
        }),
    };

    private static void Write(CliOutput output, InboxItem item)
    {
        output.Line();
        output.Heading($"{item.Look.Name}: {item.Schema?.Title ?? "not read"}");
        output.Line($"  {item.Why}", item.Waits ? Yellow : Style.Plain);
        if (item.Taken is not { } kind)
        {
            return;
        }

        output.Table(
            ["column", "in the file", "because"],
            [.. kind.Pairings.Where(pairing => pairing.Place > 0 || pairing.Column.Required).Select(pairing => new[]
            {
                pairing.Column.Name + (pairing.Column.Required ? " *" : ""),
                pairing.Place == 0 ? "-" : pairing.Header,
                pairing.Taken ? pairing.Reason : pairing.Column.Required ? $"ASKED: {pairing.Reason}" : $"not read: {pairing.Reason}",
            })]);
        var unread = Unread(item.Look, kind);
        if (unread.Count > 0)
        {
            output.Line($"  not read: {string.Join(", ", unread)}");
        }

        if (item.Scan is not { } scan)
        {
            return;
        }

        output.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"  {scan.Rows:N0} rows = {scan.Rows - scan.Totals - scan.Unreadable:N0} to read + {scan.Totals:N0} totals and examples + {scan.Unreadable:N0} that cannot be read{Covered(scan)}"));
        foreach (var finding in scan.Findings)
        {
            output.Line("  " + finding);
        }

        if (scan.First.Count > 0)
        {
            output.Table([.. scan.File.Schema.Columns.Select(column => column.Name)], [.. scan.First.Select(row => row.Select(Cut).ToArray())]);
        }
    }

    private static string Covered(TableScan scan) => Inbox.Covered([scan]) is { } covered
        ? string.Create(CultureInfo.InvariantCulture, $"; from {scan.From:yyyy-MM-dd} to {scan.Until:yyyy-MM-dd}, {covered.Months} months")
        : "";

    private static List<string> Unread(FileLook look, KindProposal kind)
    {
        var read = kind.Pairings.Where(pairing => pairing.Taken).Select(pairing => pairing.Place).ToHashSet();
        return [.. look.Headers.Select((header, index) => (header, Place: index + 1)).Where(each => each.header.Length > 0 && !read.Contains(each.Place)).Select(each => each.header)];
    }

    private static string Cut(string cell)
    {
        var line = cell.ReplaceLineEndings(" ");
        return line.Length > WidestCell ? line[..(WidestCell - 1)] + "…" : line;
    }

    private static JsonObject Json(InboxItem item)
    {
        var json = new JsonObject
        {
            ["file"] = item.Look.Name,
            ["kind"] = item.Schema?.Name,
            ["title"] = item.Schema?.Title,
            ["why"] = item.Why,
            ["waits"] = item.Waits,
            ["headerLine"] = item.Look.HeaderLine,
        };
        if (item.Taken is { } kind)
        {
            json["columns"] = Output.Json.Array(kind.Pairings.Where(pairing => pairing.Place > 0 || pairing.Column.Required), pairing => new JsonObject
            {
                ["column"] = pairing.Column.Name,
                ["needed"] = pairing.Column.Required,
                ["header"] = pairing.Place == 0 ? null : pairing.Header,
                ["percent"] = pairing.Percent,
                ["reason"] = pairing.Reason,
                ["taken"] = pairing.Taken,
            });
            json["unread"] = Output.Json.Texts(Unread(item.Look, kind));
        }

        if (item.Scan is { } scan)
        {
            json["rows"] = scan.Rows;
            json["totals"] = scan.Totals;
            json["unreadable"] = scan.Unreadable;
            json["from"] = scan.From;
            json["until"] = scan.Until;
            json["months"] = Inbox.Covered([scan])?.Months;
            json["firstColumns"] = Output.Json.Texts(scan.File.Schema.Columns.Select(column => column.Name));
            json["first"] = Output.Json.Array(scan.First, Output.Json.Texts);
            json["findings"] = Output.Json.Array(scan.Findings, finding => finding.ToString());
        }

        return json;
    }
}
