using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Model.Collections;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Handoffs.Results;

/// <summary>
/// The questions that come from a result file: rows that were refused, to be handed out again once they are put right; and an
/// account that was matched, of which nobody but a person can say whether it is the partner's.
/// </summary>
internal static class PackQuestion
{
    /// <summary>Tool of the question about refused rows.</summary>
    public const string Rejected = "rejected-rows";

    /// <summary>Tool of the question about a matched account.</summary>
    public const string Match = "match-account";

    /// <summary>Answer: put right, hand them out again.</summary>
    public const string Again = "again";

    /// <summary>Answer: it is the partner's account.</summary>
    public const string Yes = "yes";

    /// <summary>Answer: it is somebody else's.</summary>
    public const string No = "no";

    private const string Prefix = "question-pack-";

    /// <summary>Id of a question.</summary>
    public static string IdOf(string planHash, string about) => Prefix + OperationIds.Of(planHash, about)[..16];

    /// <summary>True for a question of this kind.</summary>
    public static bool Owns(string? handoffId) => handoffId?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <summary>True for a tool of this kind.</summary>
    public static bool IsTool(string tool) => tool is Rejected or Match;

    /// <summary>What is wrong with an answer in one sentence; null for nothing.</summary>
    public static string? Problem(string tool, string value) => (tool, value) switch
    {
        (Rejected, Again) or (Match, Yes or No) => null,
        (Rejected, _) => $"'{value}' is no answer; put the rows right, then answer '{Again}' and they are handed out again.",
        _ => $"'{value}' is no answer; '{Yes}' when it is the partner's account, '{No}' when it is not.",
    };

    /// <summary>The task of a question, made from its hand-off alone.</summary>
    public static PortalTask Of(Handoff question) => new()
    {
        Task = question.Tool,
        Title = question.Title,
        Instructions = (question.Tool == Rejected ? RejectedLines() : MatchLines()).ToValueList(),
        FieldsJson = new JsonObject { ["pack"] = question.About, ["steps"] = new JsonArray([.. question.Steps.Select(step => (JsonNode)step)]) }.ToJsonString(),
        NeedsAnswer = true,
    };

    private static IEnumerable<string> RejectedLines() =>
    [
        "Put right what the reasons name: make a missing group, correct the template file or its columns, or the partner's own account in the portal.",
        "What is wrong in the source's records is put right there; a new plan takes it, and this question stays open until the run ends.",
        $"Then answer '{Again}': the rows are handed out again in a file of their own.",
    ];

    private static IEnumerable<string> MatchLines() =>
    [
        "Open the account in the portal and compare website, e-mail domain and owner with the partner. A name alone says nothing.",
        $"Answer '{Yes}' when it is the partner's account. Bridge then watches that account, and the target closes the step.",
        $"Answer '{No}' when it is somebody else's: withdraw the proposal in the portal first; the partner is handed out again.",
    ];
}
