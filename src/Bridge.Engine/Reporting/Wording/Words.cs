using System.Text;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Reporting.Wording;

/// <summary>Members of the closed word lists, as people read them.</summary>
public static class Words
{
    /// <summary>An entity in the singular.</summary>
    public static string Singular(EntityKind entity) => entity switch
    {
        EntityKind.PartnerGroup => "group",
        EntityKind.TrackingLink => "link",
        EntityKind.PromoCode => "code",
        _ => entity.ToString().ToLowerInvariant(),
    };

    /// <summary>How a step reaches the target.</summary>
    public static string Of(StepChannel channel) => channel switch
    {
        StepChannel.Api => "API call",
        StepChannel.FilePack => "file to upload",
        StepChannel.WorkItem => "task in the portal",
        StepChannel.Implied => "comes with another step",
        _ => "Bridge's own records",
    };

    /// <summary>What rollback can do.</summary>
    public static string Of(Reversibility reversibility) => reversibility switch
    {
        Reversibility.Reversible => "can be put back",
        Reversibility.Compensable => "can be made inert",
        _ => "cannot be undone",
    };

    /// <summary>Whether the target mails the partner; null when nothing is said.</summary>
    public static string Of(PartnerMail? mail) => mail switch
    {
        PartnerMail.No => "no",
        PartnerMail.Possible => "possibly",
        PartnerMail.Yes => "yes",
        _ => "-",
    };

    /// <summary>What the rail offers after doubt.</summary>
    public static string Of(OperationClass operation) => operation switch
    {
        OperationClass.Key => "idempotency key",
        OperationClass.Unique => "unique on the rail",
        OperationClass.Declarative => "can be repeated",
        OperationClass.Probeable => "looked up before a repeat",
        OperationClass.Neither => "never repeated by itself",
        _ => "done by a person",
    };

    /// <summary>How well the target holds something.</summary>
    public static string Of(Fidelity fidelity) => fidelity switch
    {
        Fidelity.Exact => "held as it is",
        Fidelity.Equivalent => "held in another form",
        Fidelity.Degraded => "held with less effect",
        _ => "not held",
    };

    /// <summary>Where a step stands; null is a step that the run has not touched.</summary>
    public static string Of(StepState? state) => state switch
    {
        StepState.Intended => "in flight",
        StepState.NotApplied => "not applied",
        StepState.NeedsHuman => "needs a decision",
        null => "not started",
        _ => state.Value.ToString().ToLowerInvariant(),
    };

    /// <summary>Who is to act.</summary>
    public static string Of(TaskOwner owner) => owner switch
    {
        TaskOwner.Operator => "portal operator",
        TaskOwner.Partner => "partner",
        TaskOwner.Reviewer => "reviewer",
        _ => "Bridge, when resumed",
    };

    /// <summary>What a record ends as.</summary>
    public static string Of(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    /// <summary>A camel-case name as words: <c>promotionMethod</c> is <c>promotion method</c>.</summary>
    public static string Split(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var character in name)
        {
            if (char.IsUpper(character) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(character));
        }

        return words.ToString();
    }
}
