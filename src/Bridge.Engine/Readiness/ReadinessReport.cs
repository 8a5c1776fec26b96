namespace Bridge.Engine.Readiness;

/// <summary>Whether a program can be cut over, and what is in the way.</summary>
/// <param name="Title">Migration.</param>
/// <param name="AsOf">The day as which it is judged.</param>
/// <param name="Items">Every check, in order; the worst of each first.</param>
public sealed record ReadinessReport(string Title, DateOnly AsOf, IReadOnlyList<ReadinessItem> Items)
{
    /// <summary>The worst of all items.</summary>
    public ReadinessState State => Items.Count == 0 ? ReadinessState.Ready : Items.Max(item => item.State);

    /// <summary>Judges facts. Pure: the same facts give the same report.</summary>
    public static ReadinessReport Of(string title, ReadinessFacts facts) => new(
        title,
        facts.AsOf,
        [
            .. OrderJudge.Judge(facts),
            .. HostJudge.Judge(facts),
            .. LockJudge.Judge(facts),
            .. AnswerJudge.Judge(facts),
        ]);
}
