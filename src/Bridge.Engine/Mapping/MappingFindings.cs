using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Mapping;

/// <summary>Problems that show while a desired form is being made, so that no rule on it could see them.</summary>
internal static class MappingFindings
{
    public static readonly FindingDefinition NoWayIn = new(
        "BRG-PARTNER-006",
        nameof(NoWayIn),
        Severity.Excluding,
        "Too little is known of a partner for any way into the target.",
        "Complete the partner's data, or add a way that needs less under partners.entry in the profile.");

    public static readonly FindingDefinition WebsiteSchemeAdded = new(
        "BRG-PARTNER-007",
        nameof(WebsiteSchemeAdded),
        Severity.Note,
        "A partner's site had no scheme and got one.",
        "Nothing; correct the address on the source if it is wrong.");

    public static readonly FindingDefinition GroupNamePresent = new(
        "BRG-GROUP-001",
        nameof(GroupNamePresent),
        Severity.Excluding,
        "A partner group has no name.",
        "Complete the name in the export, or name it under partners.groups.names in the profile by its id.");

    public static readonly FindingDefinition TierBasisUndecided = new(
        "BRG-TERM-008",
        nameof(TierBasisUndecided),
        Severity.Excluding,
        "The source shows tier thresholds without saying what they count, and nobody has decided it.",
        "Ask the brand, then set tierBasis for the offer under contracts.templates in the profile.");

    public static readonly FindingDefinition TierPeriodUndecided = new(
        "BRG-TERM-009",
        nameof(TierPeriodUndecided),
        Severity.Excluding,
        "Tiers count over a period that the source does not name, and nobody has decided it.",
        "Set tierPeriod for the offer under contracts.templates, or contracts.tiers.period, in the profile.");

    public static readonly FindingDefinition TierModeUndecided = new(
        "BRG-TERM-010",
        nameof(TierModeUndecided),
        Severity.Excluding,
        "The source does not say whether a reached tier pays backwards, and nobody has decided it.",
        "Set tierMode for the offer under contracts.templates, or contracts.tiers.mode, in the profile.");

    public static readonly FindingDefinition DestinationUnreadable = new(
        "BRG-LINK-004",
        nameof(DestinationUnreadable),
        Severity.Excluding,
        "A link's destination is no web address.",
        "Correct the link in the export, or have the partner make a new one.");

    public static readonly FindingDefinition DestinationMissing = new(
        "BRG-LINK-005",
        nameof(DestinationMissing),
        Severity.Excluding,
        "Nobody knows where a link leads.",
        "Add the landing URL to the export, or choose links.withoutDestination: defaultPage in the profile.");

    public static readonly FindingDefinition DestinationSchemeAdded = new(
        "BRG-LINK-006",
        nameof(DestinationSchemeAdded),
        Severity.Note,
        "A link's destination had no scheme and got one.",
        "Nothing; open the destination once if in doubt.");

    public static readonly FindingDefinition DestinationDecoded = new(
        "BRG-LINK-007",
        nameof(DestinationDecoded),
        Severity.Note,
        "A link's destination was encoded once too often and was decoded.",
        "Nothing; open the destination once if in doubt.");

    public static readonly FindingDefinition LossBlocks = new(
        "BRG-LOSS-001",
        nameof(LossBlocks),
        Severity.Excluding,
        "The target cannot hold something that the profile does not let go.",
        "Change the terms with the brand, or decide otherwise under onLoss in the profile.");

    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        NoWayIn, WebsiteSchemeAdded, GroupNamePresent, TierBasisUndecided, TierPeriodUndecided, TierModeUndecided,
        DestinationUnreadable, DestinationMissing, DestinationSchemeAdded, DestinationDecoded, LossBlocks,
    ];
}
