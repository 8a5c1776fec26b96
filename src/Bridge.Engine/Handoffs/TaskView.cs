using Bridge.Engine.Planning;

namespace Bridge.Engine.Handoffs;

/// <summary>A task as people see it in a list.</summary>
/// <param name="Task">The hand-off.</param>
/// <param name="Claim">What people said about it; null for nothing.</param>
/// <param name="Answer">The answer that lies in the outbox and was not taken yet; null for none.</param>
/// <param name="Age">How long its steps have been handed out; null for hand-offs of earlier versions.</param>
/// <param name="Open">Its steps that are open.</param>
/// <param name="WithPartner">Those of them that the portal has and a partner is to answer.</param>
/// <param name="Blocks">Steps behind it, by entity.</param>
public sealed record TaskView(Handoff Task, TaskClaim? Claim, TaskAnswer? Answer, TimeSpan? Age, int Open, int WithPartner, IReadOnlyList<NamedCount> Blocks)
{
    /// <summary>
    /// What kind of work it is: <c>partners</c> (nothing to do in the portal, partners are next), <c>questions</c>, <c>files</c> or
    /// <c>portal</c>.
    /// </summary>
    public string Group => this switch
    {
        { Open: > 0 } when Open == WithPartner => Partners,
        { Task.Form: OutcomeQuestion.Form } => "questions",
        { Task.Form: Handoff.FilePack } => "files",
        _ => "portal",
    };

    /// <summary>Group of hand-offs that wait for partners alone.</summary>
    public const string Partners = "partners";

    /// <summary>Whole days of its age.</summary>
    public int? AgeDays => Age is { } age ? (int)age.TotalDays : null;

    /// <summary>All blocked steps.</summary>
    public long Blocked => Blocks.Sum(count => count.Count);
}
