using System.Globalization;
using Bridge.Engine.Handoffs.Tables;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Handoffs.Results;

/// <summary>
/// Joins the rows of a result file to the rows of a pack: by the key, else by e-mail, else by row number together with the name.
/// A matched account may show its own name and e-mail; then the row number says who was meant, and the target has to confirm it.
/// </summary>
/// <param name="index">The pack.</param>
/// <param name="format">Knows the words of the rail's importer.</param>
/// <param name="forms">What a person said.</param>
internal sealed class PackResultJoin(PackIndex index, IFilePackFormat format, PackResultForms forms)
{
    private readonly List<Finding> problems = [];
    private readonly List<(CreatePartner Step, PackRowResult Result)> joined = [];
    private int first = 2;
    private bool numbersAlone;

    /// <summary>Everything wrong.</summary>
    public IReadOnlyList<Finding> Problems => problems;

    /// <summary>How many rows name a partner of this pack by key or e-mail.</summary>
    public static int Score(PackIndex index, IEnumerable<TableRow> rows) => rows.Count(row =>
        index.FindByKey(row.Text(PackResultColumns.Key)) is not null || index.FindByEmail(row.Text(PackResultColumns.Email)).Count > 0);

    /// <summary>One result for each partner that the file speaks of, in the order of the pack.</summary>
    public ValueList<PackRowResult> Join(IReadOnlyList<TableRow> rows)
    {
        first = FirstRow(rows);
        numbersAlone = rows.Count == index.Rows
            && rows.All(row => row.Text(PackResultColumns.Key).Length == 0 && row.Text(PackResultColumns.Email).Length == 0 && row.Text(PackResultColumns.Name).Length == 0);
        foreach (var row in rows)
        {
            Take(row);
        }

        var lines = index.Partners.Select(step => (Step: step, Lines: joined.Where(one => ReferenceEquals(one.Step, step)).Select(one => one.Result).ToList())).Where(one => one.Lines.Count > 0);
        return lines.Select(one => Combine(one.Step, one.Lines, rows[0].File.Name)).ToValueList();
    }

    private void Take(TableRow row)
    {
        if (row.Damage() is { } damage)
        {
            Wrong(row, null, $"The row cannot be read: {damage}.", "Correct the row, or save the file again as the importer sent it.");
            return;
        }

        var status = row.Text(PackResultColumns.Status);
        if (FateOf(status) is not { } fate)
        {
            Wrong(row, status.Contains('@', StringComparison.Ordinal) ? null : status, status.Length == 0 ? "The row says nothing about what became of it." : "Bridge does not know what this status means.", $"Say it with --status \"{(status.Length == 0 ? "word" : status)}=accepted\", =matched or =rejected.");
            return;
        }

        var (step, named, problem) = Find(row, fate);
        if (step is null)
        {
            Wrong(row, row.Text(PackResultColumns.Key) is { Length: > 0 } key ? key : row.Text(PackResultColumns.Row), problem, "Check that the file is the result of this pack (--pack), or say with --column which column is which.");
            return;
        }

        var account = row.Text(PackResultColumns.Account) is { Length: > 0 } id && TaskDesk.IsId(id) ? id : null;
        var message = row.Text(PackResultColumns.Message) is { Length: > 0 } text ? index.Scrub(step, text) : null;
        joined.Add((step, new PackRowResult
        {
            Step = step.Id,
            Fate = fate,
            Account = account,
            Reason = fate == PackRowFate.Rejected ? message ?? "The importer names no reason." : null,
            Line = row.Line,
            Named = named,
        }));
    }

    private PackRowFate? FateOf(string status) =>
        forms.Words.FirstOrDefault(word => string.Equals(word.Key, status, StringComparison.OrdinalIgnoreCase)) is { Key: not null } said ? said.Value : format.FateOf(status);

    private (CreatePartner? Step, bool Named, string Problem) Find(TableRow row, PackRowFate fate)
    {
        if (row.Text(PackResultColumns.Key) is { Length: > 0 } key)
        {
            return (index.FindByKey(key), true, "No partner of the pack has this key.");
        }

        var place = int.TryParse(row.Text(PackResultColumns.Row), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? index.FindByRow(number - first) : null;
        var email = row.Text(PackResultColumns.Email);
        var same = email.Length == 0 ? [] : index.FindByEmail(email);
        if (same.Count == 1)
        {
            return (same[0], true, "");
        }

        if (same.Count > 1)
        {
            return (same.FirstOrDefault(step => ReferenceEquals(step, place)), true, "Several partners of the pack have this e-mail, and no key or row number says which.");
        }

        if (place is null)
        {
            return (null, false, "The row names no partner of the pack: neither key, e-mail nor row number is one of its.");
        }

        var name = row.Text(PackResultColumns.Name);
        if (name.Length > 0 ? PackIndex.IsNamed(place, name) : numbersAlone)
        {
            return (place, email.Length == 0 && fate != PackRowFate.Matched, "");
        }

        // An account that was matched keeps its own name and e-mail: the row number says whom the importer meant.
        return fate == PackRowFate.Matched
            ? (place, false, "")
            : (null, false, "The row number is one of the pack, and the name is another partner's: a name alone says nothing.");
    }

    /// <summary>Importers count the header or do not: the numbering under which more names agree holds.</summary>
    private int FirstRow(IReadOnlyList<TableRow> rows)
    {
        int Agreeing(int from) => rows.Count(row =>
            int.TryParse(row.Text(PackResultColumns.Row), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && index.FindByRow(number - from) is { } step
            && (PackIndex.IsNamed(step, row.Text(PackResultColumns.Name)) || ReferenceEquals(index.FindByKey(row.Text(PackResultColumns.Key)), step)));
        return Agreeing(1) > Agreeing(2) ? 1 : 2;
    }

    private PackRowResult Combine(CreatePartner step, List<PackRowResult> lines, string file)
    {
        if (lines.Count > index.RowsOf(step))
        {
            problems.Add(TableInput.Wrong(
                $"{file}:{lines[^1].Line}",
                step.Source,
                $"The partner stands in line {lines[0].Line} already, and has {index.RowsOf(step)} rows in the pack.",
                "Remove the row that was repeated."));
        }

        var accounts = lines.Select(line => line.Account).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (accounts.Count > 1)
        {
            problems.Add(TableInput.Wrong($"{file}:{lines[^1].Line}", string.Join(", ", accounts), "The rows of one partner name different accounts.", "Look in the portal which one is right, and correct the file."));
        }

        var taken = lines.FirstOrDefault(line => line.Fate == PackRowFate.Matched) ?? lines.FirstOrDefault(line => line.Fate == PackRowFate.Accepted) ?? lines[0];
        return taken with
        {
            Account = accounts.FirstOrDefault(),
            Reason = lines.Select(line => line.Reason).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } reasons ? string.Join(" ", reasons) : null,
            Named = lines.Exists(line => line.Named),
        };
    }

    private void Wrong(TableRow row, string? value, string rule, string remedy) =>
        problems.Add(TableInput.Wrong(row.Place, string.IsNullOrEmpty(value) ? null : value, rule, remedy));
}
