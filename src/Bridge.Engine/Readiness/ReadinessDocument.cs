using Bridge.Engine.Reporting.Documents;
using Bridge.Engine.Reporting.Wording;

namespace Bridge.Engine.Readiness;

/// <summary>Lays a readiness report out: the verdict, then what is in the way, then every check.</summary>
public static class ReadinessDocument
{
    /// <summary>The document.</summary>
    public static ReportDocument Of(ReadinessReport report) => new(
        $"Readiness for cut-over of {report.Title}",
        $"Judged as of {report.AsOf:yyyy-MM-dd}, the day the target was read",
        [
            Verdict(report),
            new FiguresBlock([.. Enum.GetValues<ReadinessState>().Reverse().Select(state => new Figure(NumberText.Of((long)report.Items.Count(item => item.State == state)), Word(state), ToneOf(state)))]),
            .. Chapter("blocked", "What blocks", report, ReadinessState.Blocked),
            .. Chapter("waits", "What waits for somebody or for a day", report, ReadinessState.Waits),
            .. Chapter("noted", "What to know", report, ReadinessState.Noted),
            .. Chapter("ready", "What is ready", report, ReadinessState.Ready),
        ]);

    /// <summary>A state as a word.</summary>
    public static string Word(ReadinessState state) => state switch
    {
        ReadinessState.Ready => "ready",
        ReadinessState.Noted => "noted",
        ReadinessState.Waits => "waits",
        _ => "blocked",
    };

    private static NoticeBlock Verdict(ReadinessReport report) => report.State switch
    {
        ReadinessState.Blocked => new NoticeBlock(Tone.Danger, "Do not cut over: something on the target is not as it should be."),
        ReadinessState.Waits => new NoticeBlock(Tone.Warning, "Nothing is wrong. Answers or days are still awaited."),
        _ => new NoticeBlock(Tone.Good, "The program can be cut over."),
    };

    private static IEnumerable<ReportBlock> Chapter(string id, string title, ReadinessReport report, ReadinessState state)
    {
        var items = report.Items.Where(item => item.State == state).ToList();
        if (items.Count == 0)
        {
            yield break;
        }

        yield return new HeadingBlock(id, 2, title);
        yield return new TableBlock(
            title,
            [new Column("Code", ColumnKind.Code), new Column("Check"), new Column("About"), new Column("Evidence"), new Column("Owner"), new Column("Due"), new Column("What to do")],
            [.. items.Select(item => new[]
            {
                item.Check.Code, item.Check.Title, item.Name ?? item.Subject, item.Evidence, item.Owner ?? "", item.Due is { } due ? $"{due:yyyy-MM-dd}" : "",
                state == ReadinessState.Ready ? "" : item.Check.Remedy,
            })]);
    }

    private static Tone ToneOf(ReadinessState state) => state switch
    {
        ReadinessState.Ready => Tone.Good,
        ReadinessState.Noted => Tone.Note,
        ReadinessState.Waits => Tone.Warning,
        _ => Tone.Danger,
    };
}
