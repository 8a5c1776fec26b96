using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Wording;
using Bridge.Model.Collections;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Handoffs;

/// <summary>
/// The question whether a call was applied, where only a person who looks into the portal can tell. It lies in the outbox like a
/// task and names its object; one is asked for each attempt. Until it is answered, its step is neither done nor sent again.
/// </summary>
internal static class OutcomeQuestion
{
    /// <summary>Form of the hand-off.</summary>
    public const string Form = "Question";

    /// <summary>Answer: nothing is there, so the call is sent again.</summary>
    public const string Absent = "absent";

    /// <summary>Answer: the change is there; for calls about an object whose id was known before.</summary>
    public const string Done = "done";

    private const string FindLink = "find-link";
    private const string FindObject = "find-object";
    private const string CheckCall = "check-call";
    private const string Prefix = "question-";
    private const int LongestUrl = 2048;

    /// <summary>Id of the question about an attempt.</summary>
    public static string IdOf(string planHash, StepRow row) => Prefix + OperationIds.Of(planHash, $"{row.StepId}\n{row.Attempt}")[..16];

    /// <summary>True for a step that waits for an answer.</summary>
    public static bool IsOpen(StepRow row) => row.State == StepState.NeedsHuman && row.HandoffId?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <summary>What is asked about a step: for a link, for another object that the call would have made, or whether a change is there.</summary>
    public static string ToolOf(PlanStep step) => step switch
    {
        CreateLink => FindLink,
        CreateGroup or CreatePartner or CreateDeal or CreatePromoCode => FindObject,
        _ => CheckCall,
    };

    /// <summary>The question about a resolved step.</summary>
    public static PortalTask Of(PlanStep step) => new()
    {
        Task = ToolOf(step),
        Title = $"Was it applied? {StepText.Of(step)}: {NameOf(step)}",
        Instructions = Instructions(step).ToValueList(),
        FieldsJson = Fields(step).ToJsonString(),
        NeedsAnswer = true,
    };

    /// <summary>What is wrong with an answer in one sentence; null for nothing.</summary>
    public static string? Problem(string tool, string value) => (tool, value) switch
    {
        (_, Absent) or (CheckCall, Done) => null,
        (CheckCall, _) => $"'{value}' is no answer; '{Done}' when the change is there, '{Absent}' when it is not.",
        (_, Done) => $"'{Done}' does not say which object it is; answer with its id or address as the portal shows it, or with '{Absent}'.",
        (FindLink, _) => value.Length <= LongestUrl && Uri.TryCreate(value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            ? null
            : $"'{value}' is no address of a link; copy the whole tracking link from the portal, or answer '{Absent}'.",
        _ => TaskDesk.IsId(value) ? null : $"'{value}' is no id; copy it from the portal, or answer '{Absent}'.",
    };

    private static string NameOf(PlanStep step) => step switch
    {
        CreateLink link => $"link '{link.Source}' of partner {link.Draft.Partner} to {link.Draft.Destination ?? "the default page"}{(link.Draft.VanityPath is { } path ? $" at /{path}" : "")}",
        CreatePromoCode code => $"'{code.Draft.Code}' of partner {code.Draft.Owner}",
        _ => $"'{step.Label ?? step.Source ?? StepIds.KeyOf(step.Id)}'",
    };

    private static IEnumerable<string> Instructions(PlanStep step)
    {
        yield return "The connection ended before the answer came, and the rail cannot be asked. Look in the portal.";
        yield return ToolOf(step) switch
        {
            FindLink => "If the partner has this link: answer with the whole tracking link.",
            FindObject => "If it is there: answer with its id.",
            _ => $"If the change is there: answer '{Done}'.",
        };
        yield return $"If it is not there: answer '{Absent}', and Bridge sends the call again.";
    }

    private static JsonObject Fields(PlanStep step)
    {
        var fields = new JsonObject { ["step"] = step.Id };
        if (step is CreateLink link)
        {
            fields["link"] = link.Source;
            fields["partnerId"] = link.Draft.Partner.ToString();
            fields["destination"] = link.Draft.Destination;
            fields["vanityPath"] = link.Draft.VanityPath;
            fields["replaces"] = link.Replaces;
        }

        return fields;
    }
}
