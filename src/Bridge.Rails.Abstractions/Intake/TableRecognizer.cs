using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Intake;

/// <summary>
/// Says what a file could be by what stands in it: headers by name, alias, meaning and spelling, cells by what they look like. The
/// name of the file plays no part here.
/// </summary>
internal static class TableRecognizer
{
    private const int RivalMargin = 8;
    private const int ByName = 94;
    private const int Confirmed = 92;

    /// <summary>Every kind with its fit, the best first; kinds with the same columns stay in the order of the rail.</summary>
    public static IReadOnlyList<KindProposal> Propose(TableSample sample, IReadOnlyList<TableSchema> schemas) =>
        [.. schemas.Where(schema => schema.HasHeader).Select(schema => Propose(sample, schema)).OrderByDescending(proposal => proposal.Percent)];

    /// <summary>The file as one kind.</summary>
    public static KindProposal Propose(TableSample sample, TableSchema schema)
    {
        var scores = schema.Columns.Select(column => Scores(column, sample, schema.Title)).ToList();
        var pairings = new ColumnPairing?[schema.Columns.Count];
        var used = new HashSet<int>();
        foreach (var (at, place, score) in Ranked(scores))
        {
            if (pairings[at] is not null || used.Contains(place))
            {
                continue;
            }

            used.Add(place);
            pairings[at] = new ColumnPairing(schema.Columns[at], place + 1, sample.Headers[place], score.Percent, score.Reason);
        }

        var free = Enumerable.Range(0, sample.Headers.Count).Where(place => !used.Contains(place)).ToList();
        for (var at = 0; at < pairings.Length; at++)
        {
            var column = schema.Columns[at];
            var found = pairings[at] ?? ByCells(column, sample, free) ?? new ColumnPairing(column, 0, "", 0, "the file has no such column");
            pairings[at] = found;
        }

        // A column that another one takes by its own name is no rival; one that another takes by likeness is.
        var named = pairings.Where(pairing => pairing!.Percent >= ByName).Select(pairing => pairing!.Place - 1).ToHashSet();
        for (var at = 0; at < pairings.Length; at++)
        {
            pairings[at] = pairings[at]! with { Rivals = RivalsOf(pairings[at]!, scores[at], sample, named) };
        }

        return new KindProposal(schema, Fit(schema, sample, pairings!), pairings!);
    }

    private static IEnumerable<(int At, int Place, HeaderLikeness Score)> Ranked(List<List<HeaderLikeness>> scores) => scores
        .SelectMany((row, at) => row.Select((score, place) => (At: at, Place: place, Score: score)))
        .Where(each => each.Score.Percent >= ColumnPairing.Likely)
        .OrderByDescending(each => each.Score.Percent)
        .ThenBy(each => each.At)
        .ThenBy(each => each.Place);

    private static List<HeaderLikeness> Scores(TableColumn column, TableSample sample, string subject)
    {
        var scores = new List<HeaderLikeness>(sample.Headers.Count);
        for (var place = 0; place < sample.Headers.Count; place++)
        {
            var likeness = HeaderLikeness.Of(column, sample.Headers[place], subject);
            scores.Add(likeness.Percent == 0 ? likeness : Judge(column, likeness, sample.Columns[place]));
        }

        return scores;
    }

    /// <summary>Cells that cannot be what the header says lower a likeness; cells that are confirm it.</summary>
    private static HeaderLikeness Judge(TableColumn column, HeaderLikeness likeness, ColumnProfile cells)
    {
        if (CellShare(column, cells) is not { } share)
        {
            return likeness;
        }

        return share switch
        {
            < 50 => likeness with { Percent = Math.Min(likeness.Percent, ColumnPairing.Likely), Reason = $"{likeness.Reason}, but {100 - share} % of its cells are no {LookOf(column)}" },
            >= 90 when likeness.Percent < Confirmed => likeness with { Percent = Math.Min(Confirmed, likeness.Percent + 6), Reason = $"{likeness.Reason}, and its cells are {LookOf(column)}s" },
            _ => likeness,
        };
    }

    /// <summary>Share of cells that look as the column must; null when any text will do or there is no cell.</summary>
    private static int? CellShare(TableColumn column, ColumnProfile cells) => cells.Filled == 0 ? null : LookOf(column) switch
    {
        "id" => cells.ShareOf(cells.Digits),
        "number" => cells.ShareOf(cells.Numbers),
        "date" => cells.ShareOf(cells.Dates),
        "e-mail address" => cells.ShareOf(cells.Emails),
        "web address" => cells.ShareOf(cells.Urls),
        _ => null,
    };

    private static string LookOf(TableColumn column)
    {
        var concepts = HeaderConcepts.Of(column.Name);
        return column.Kind switch
        {
            CellKind.Id => "id",
            CellKind.Number => "number",
            CellKind.Date => "date",
            _ when concepts.Contains("email") => "e-mail address",
            _ when concepts.Contains("url") => "web address",
            _ => "text",
        };
    }

    /// <summary>A column that no header names, when the cells of exactly one free column look like it.</summary>
    private static ColumnPairing? ByCells(TableColumn column, TableSample sample, List<int> free)
    {
        var look = LookOf(column);
        if (look == "text" || (!column.Required && look is "number" or "date" or "id"))
        {
            return null;
        }

        var like = free.Where(place => CellShare(column, sample.Columns[place]) >= 90).ToList();
        var headed = like.Select(place => sample.Headers[place]).FirstOrDefault();
        if (like.Count != 1 || headed is null)
        {
            return null;
        }

        // Addresses are unmistakable; digits and dates could be anything, so that a person confirms them.
        var percent = look is "e-mail address" or "web address" && sample.Columns[like[0]].Filled >= 3 ? ColumnPairing.Sure : ColumnPairing.Likely + 5;
        free.Remove(like[0]);
        return new ColumnPairing(column, like[0] + 1, headed, percent, $"the only column whose cells are {look}s");
    }

    private static IReadOnlyList<string> RivalsOf(ColumnPairing found, List<HeaderLikeness> scores, TableSample sample, HashSet<int> named) =>
        found.Percent >= ByName || found.Place == 0
            ? []
            : [.. Enumerable.Range(0, sample.Headers.Count)
                .Where(place => !named.Contains(place) && place != found.Place - 1 && scores[place].Percent >= ColumnPairing.Likely && scores[place].Percent > found.Percent - RivalMargin)
                .OrderByDescending(place => scores[place].Percent)
                .Select(place => sample.Headers[place])];

    /// <summary>How well a file fits: needed columns first, then how much of the file is explained, then how much of the kind is there.</summary>
    private static int Fit(TableSchema schema, TableSample sample, ColumnPairing?[] pairings)
    {
        var needed = pairings.Where(pairing => pairing!.Column.Required).ToList();
        var paired = pairings.Where(pairing => pairing!.Percent >= ColumnPairing.Likely).ToList();
        var headers = sample.Headers.Count(header => header.Length > 0);
        var sure = needed.Count == 0 ? 0 : needed.Sum(pairing => pairing!.Percent) / needed.Count;
        return ((sure * 55) + (headers == 0 ? 0 : paired.Sum(pairing => pairing!.Percent) / headers * 30) + (paired.Sum(pairing => pairing!.Percent) / schema.Columns.Count * 15)) / 100;
    }
}
