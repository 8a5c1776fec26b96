namespace Bridge.Engine.Handoffs;

/// <summary>Which tasks are wanted.</summary>
/// <param name="Owner">Of one owner, letter case ignored; <c>none</c> for those that nobody has; null for all.</param>
/// <param name="DueBefore">Due before this day; those without a day are left out. Null for all.</param>
/// <param name="Open">True for those alone in which somebody still has to do something: not reported done, not answered, not with the partners.</param>
public sealed record TaskFilter(string? Owner = null, DateOnly? DueBefore = null, bool Open = false)
{
    /// <summary>Owner that stands for nobody.</summary>
    public const string Nobody = "none";

    /// <summary>True for a task that is wanted.</summary>
    public bool Takes(TaskView view) =>
        (Owner is null || (Owner == Nobody ? view.Claim?.Owner is null : string.Equals(view.Claim?.Owner, Owner, StringComparison.OrdinalIgnoreCase)))
        && (DueBefore is not { } day || view.Claim?.Due < day)
        && (!Open || (view.Claim?.DoneBy is null && view.Answer is null && view.Group != TaskView.Partners));
}
