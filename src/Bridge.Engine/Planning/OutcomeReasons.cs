using System.Collections.Frozen;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Planning;

/// <summary>
/// Under which outcome a record is filed for a reason, and which finding must stand beside it: the second witness of an
/// outcome. Reasons that a profile can file either way (codes without owner) are not in it.
/// </summary>
internal static class OutcomeReasons
{
    private static readonly string[] Skipped =
    [
        "CodeExpired", "DeclaredSkip", "GroupExcluded", "GroupSkipped", "KindExcluded", "LinkExpired", "LinkKindOutOfScope", "MergedIntoGroup",
        "NoPartnerInScope", "NotInProgram", "PartnerExcluded", "PartnerOutOfScope", "StatusOutOfScope", "SupersededContract", "TemplateExcluded",
    ];

    private static readonly string[] Blocked =
    [
        "CodeClaimedTwice", "CodeOwnedByOther", "EntryNotOffered", "LeadingContractBlocked", "NoContract", "PartnerBlocked", "PartnerDeclined",
        "PartnerErased", "PartnerUnknown", "SourceConflict",
    ];

    private static readonly string[] Manual = ["AmbiguousMatch", "ContactUnsubscribed", "LinkUrlUnknown", "PartnerUndecided"];

    private static readonly FrozenDictionary<string, string> Rules = FindingCatalogue.All
        .Where(definition => definition.Severity == Severity.Excluding)
        .ToFrozenDictionary(definition => definition.Name, definition => definition.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Outcome> Known = Skipped.Select(reason => KeyValuePair.Create(reason, Outcome.Skipped))
        .Concat(Blocked.Concat(LossCodes.Meanings.Keys).Concat(Rules.Keys).Select(reason => KeyValuePair.Create(reason, Outcome.Blocked)))
        .Concat(Manual.Select(reason => KeyValuePair.Create(reason, Outcome.Manual)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The outcome of a reason; null when the reason alone does not say it.</summary>
    public static Outcome? Of(string reason) => Known.TryGetValue(reason, out var outcome) ? outcome : null;

    /// <summary>Code of the finding that must be told with a reason; null when none must.</summary>
    public static string? FindingOf(string reason) =>
        Rules.TryGetValue(reason, out var code) ? code
        : LossCodes.Meanings.ContainsKey(reason) ? Mapping.MappingFindings.LossBlocks.Code
        : reason == "CodeClaimedTwice" ? CrossRecordRules.CodeClaimed
        : null;
}
