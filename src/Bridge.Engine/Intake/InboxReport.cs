using Bridge.Engine.Questions;

namespace Bridge.Engine.Intake;

/// <summary>The inbox as it stands.</summary>
/// <param name="Items">Every file and sheet in order of names.</param>
/// <param name="Gaps">What is missing.</param>
/// <param name="Questions">What people have to say, answered or not.</param>
/// <param name="Open">Those of the questions without an answer.</param>
/// <param name="DecisionsPath">File with the decisions, which the connection picks up.</param>
public sealed record InboxReport(
    IReadOnlyList<InboxItem> Items, IReadOnlyList<InboxGap> Gaps, IReadOnlyList<Question> Questions, IReadOnlyList<Question> Open, string DecisionsPath)
{
    /// <summary>True when everything was read and nothing blocks.</summary>
    public bool Complete => Open.Count == 0 && Gaps.All(gap => !gap.Blocks) && Items.All(item => !item.Waits);
}
