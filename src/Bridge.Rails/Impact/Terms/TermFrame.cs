using Bridge.Model.Contracts;
using Bridge.Model.Money;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Terms;

/// <summary>What all terms of one event type share.</summary>
/// <param name="Action">What is paid for.</param>
/// <param name="EventType">Its event type id; null when the terms name none.</param>
/// <param name="Level">What amounts are calculated on.</param>
/// <param name="Currency">Currency of the terms; null when the rail does not say.</param>
internal sealed record TermFrame(ActionKind Action, string? EventType, PayoutLevel Level, Currency? Currency)
{
    public static TermFrame Of(WireEventPayout payout, Currency? currency) => new(
        (payout.PayoutLevel?.ToUpperInvariant(), payout.EventCategory?.ToUpperInvariant()) switch
        {
            ("CLICK", _) or (_, "CLICK") => ActionKind.Click,
            ("CALL", _) or (_, "CALL" or "PHONE_CALL") => ActionKind.Call,
            (_, "SALE") => ActionKind.Sale,
            (_, "LEAD") => ActionKind.Lead,
            (_, "INSTALL" or "APP_INSTALL" or "MOBILE_INSTALL") => ActionKind.Install,
            _ => ActionKind.Unknown,
        },
        payout.EventTypeId,
        payout.PayoutLevel?.ToUpperInvariant() switch
        {
            "ITEM" => PayoutLevel.Item,
            "ORDER" or "CLICK" or "CALL" => PayoutLevel.Order,
            _ => PayoutLevel.Unknown,
        },
        currency);

    /// <summary>EventCategory of an action.</summary>
    public static string CategoryOf(ActionKind action) => action switch
    {
        ActionKind.Lead => "LEAD",
        ActionKind.Click => "CLICK",
        ActionKind.Call => "CALL",
        ActionKind.Install => "INSTALL",
        _ => "SALE",
    };

    /// <summary>PayoutLevel of an action and level; null when the terms do not say.</summary>
    public static string? LevelOf(ActionKind action, PayoutLevel level) => (action, level) switch
    {
        (ActionKind.Click, _) => "CLICK",
        (ActionKind.Call, _) => "CALL",
        (_, PayoutLevel.Item) => "ITEM",
        (_, PayoutLevel.Order) => "ORDER",
        _ => null,
    };

    /// <summary>An amount: a percent number comes before a flat amount, of which a zero counts as absent beside the other one.</summary>
    public CommissionAmount? Amount(decimal? rate, decimal? flat, string path, LossLog losses)
    {
        if (rate is { } percent && (percent != 0 || flat is null or 0))
        {
            if (flat is not null and not 0)
            {
                losses.Dropped("TwoPayouts", path, "impact.com sent a percent number and a flat amount; the flat amount is not held.");
            }

            return CommissionAmount.Of(Rate.FromPercent(percent));
        }

        if (flat is not { } amount)
        {
            return null;
        }

        if (Currency is not { } currency)
        {
            losses.Dropped("AmountWithoutCurrency", path, "The terms name a flat amount and no currency.");
            return null;
        }

        return CommissionAmount.Of(new Money(amount, currency));
    }
}
