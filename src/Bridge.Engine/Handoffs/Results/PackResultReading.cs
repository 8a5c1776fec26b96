using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Handoffs.Results;

/// <summary>What was read from a result file.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Result">The answers.</param>
/// <param name="Labels">Partners of the pack as people know them, by step.</param>
/// <param name="AlreadyKnown">True when all of it was handed in before: nothing was laid down again.</param>
public sealed record PackResultReading(Handoff Pack, PackResult Result, IReadOnlyDictionary<string, string> Labels, bool AlreadyKnown)
{
    /// <summary>Answers of one kind.</summary>
    public IReadOnlyList<PackRowResult> Of(PackRowFate fate) => [.. Result.Rows.Where(row => row.Fate == fate)];

    /// <summary>Partners who were taken although a further row of theirs was refused.</summary>
    public IReadOnlyList<PackRowResult> Partly => [.. Result.Rows.Where(row => row.Fate != PackRowFate.Rejected && row.Reason is not null)];

    /// <summary>Partners of the pack of whom the file says nothing.</summary>
    public IReadOnlyList<string> NotMentioned => [.. Labels.Where(label => !Result.Rows.Any(row => row.Step == label.Key)).Select(label => label.Value)];
}
