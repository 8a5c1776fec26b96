using System.Collections.Frozen;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>Every loss that mapping can name, with what it means.</summary>
public static class LossCodes
{
    public const string AttributionUnsupported = nameof(AttributionUnsupported);
    public const string BonusUnsupported = nameof(BonusUnsupported);
    public const string CapUnsupported = nameof(CapUnsupported);
    public const string ClawbackUnsupported = nameof(ClawbackUnsupported);
    public const string CreativeReplaced = nameof(CreativeReplaced);
    public const string CreditSplitUnsupported = nameof(CreditSplitUnsupported);
    public const string DealRegistrationUnsupported = nameof(DealRegistrationUnsupported);
    public const string DestinationDropped = nameof(DestinationDropped);
    public const string DestinationUnknown = nameof(DestinationUnknown);
    public const string EndDateNotCarried = nameof(EndDateNotCarried);
    public const string FlatUnsupported = nameof(FlatUnsupported);
    public const string LockingUnsupported = nameof(LockingUnsupported);
    public const string MinimumPayoutUnsupported = nameof(MinimumPayoutUnsupported);
    public const string PayoutScheduleUnsupported = nameof(PayoutScheduleUnsupported);
    public const string PercentUnsupported = nameof(PercentUnsupported);
    public const string PrecisionExceeded = nameof(PrecisionExceeded);
    public const string PromotionMethodUnmapped = nameof(PromotionMethodUnmapped);
    public const string RecurringUnsupported = nameof(RecurringUnsupported);
    public const string ScopeUnsupported = nameof(ScopeUnsupported);
    public const string SlottingFeeUnsupported = nameof(SlottingFeeUnsupported);
    public const string SubIdDropped = nameof(SubIdDropped);
    public const string SubIdTruncated = nameof(SubIdTruncated);
    public const string TierBasisUnsupported = nameof(TierBasisUnsupported);
    public const string TierCountExceeded = nameof(TierCountExceeded);
    public const string TieringUnsupported = nameof(TieringUnsupported);
    public const string TierModeUnsupported = nameof(TierModeUnsupported);
    public const string TimeBoxUnsupported = nameof(TimeBoxUnsupported);
    public const string WindowUnsupported = nameof(WindowUnsupported);

    /// <summary>Meaning by code.</summary>
    public static FrozenDictionary<string, string> Meanings { get; } = new Dictionary<string, string>
    {
        [AttributionUnsupported] = "The target cannot hold the rule of who gets credit.",
        [BonusUnsupported] = "The target has no bonus by threshold, or not by what it counts.",
        [CapUnsupported] = "The target has no caps on payout or actions.",
        [ClawbackUnsupported] = "The target's contracts cannot say what is taken back.",
        [CreativeReplaced] = "A text or banner creative moves as a plain link to its landing page.",
        [CreditSplitUnsupported] = "The target cannot share the credit of a conversion.",
        [DealRegistrationUnsupported] = "The target has no deal registration.",
        [DestinationDropped] = "A link that named its destination leads to the default page now.",
        [DestinationUnknown] = "The source does not say where a link leads; it leads to the default page now.",
        [EndDateNotCarried] = "A contract that ends goes on without end on the target.",
        [FlatUnsupported] = "The target cannot pay fixed amounts.",
        [LockingUnsupported] = "The target's contracts cannot say when a conversion locks.",
        [MinimumPayoutUnsupported] = "The target's contracts have no minimum payout.",
        [PayoutScheduleUnsupported] = "The target's contracts cannot say when is paid.",
        [PercentUnsupported] = "The target cannot pay a share of the sale.",
        [PrecisionExceeded] = "A rate or amount has more decimals than the target holds and was rounded.",
        [PromotionMethodUnmapped] = "The profile does not say what the source's word for a promotion method is on the target.",
        [RecurringUnsupported] = "The target has no recurring commission.",
        [ScopeUnsupported] = "A rate for some items, customers or sub-partners cannot be held; these earn the general rate.",
        [SlottingFeeUnsupported] = "The target has no placement fees.",
        [SubIdDropped] = "A sub-id has no place on the target.",
        [SubIdTruncated] = "A sub-id was cut to the target's length.",
        [TierBasisUnsupported] = "The target's tiers cannot count what the source's do.",
        [TierCountExceeded] = "The target holds fewer tiers.",
        [TieringUnsupported] = "The target has no tiers at all.",
        [TierModeUnsupported] = "A reached tier pays backwards on one side and not on the other.",
        [TimeBoxUnsupported] = "The target has no terms that hold for a time only.",
        [WindowUnsupported] = "The target's contracts cannot set this referral window.",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
