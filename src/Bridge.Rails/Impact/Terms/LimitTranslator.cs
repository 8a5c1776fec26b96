using Bridge.Model.Contracts;
using Bridge.Model.Money;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Terms;

/// <summary>Limits of events and payout groups, and caps, both ways. A payout limit without a period limits the single action (assumed).</summary>
internal static class LimitTranslator
{
    public static Cap? Read(WireLimit limit, TermFrame frame, TermScope scope, string path, LossLog losses)
    {
        var period = PeriodWords.Read(limit.Period == "ACTION" ? null : limit.Period);
        var target = (limit.Type?.ToUpperInvariant(), limit.LimitBy?.ToUpperInvariant(), period) switch
        {
            ("ACTION", null, _) => CapTarget.ActionsPerPartner,
            ("ACTION", "CUSTOMER", _) => CapTarget.ActionsPerCustomer,
            ("PAYOUT", null, TermPeriod.None) => CapTarget.PayoutPerAction,
            ("PAYOUT", null, _) => CapTarget.PayoutPerPartner,
            _ => (CapTarget?)null,
        };
        if (limit.Value is not { } value || period is null || target is null || (limit.Type == "PAYOUT" && frame.Currency is null))
        {
            losses.Dropped("LimitNotHeld", path, $"A limit of type '{limit.Type}' by '{limit.LimitBy}' in the period '{limit.Period}' has no canonical form.");
            return null;
        }

        if (limit.WeekendOverrideValue is not null)
        {
            losses.Degraded("WeekendLimit", path, "The limit has another value on weekends.");
        }

        var payout = target is CapTarget.PayoutPerAction or CapTarget.PayoutPerPartner;
        return new Cap
        {
            Scope = scope,
            Action = frame.Action,
            EventType = frame.EventType,
            Target = target.Value,
            Period = period.Value,
            Payout = payout ? new Money(value, frame.Currency!.Value) : null,
            Actions = payout ? null : decimal.ToInt64(value),
        };
    }

    /// <summary>The limit of a cap; null for one that terms hold elsewhere.</summary>
    public static WireLimit? Write(Cap cap) => cap.Target switch
    {
        CapTarget.ActionsPerPartner => new() { Type = "ACTION", Value = cap.Actions, Period = PeriodWords.Write(cap.Period) },
        CapTarget.ActionsPerCustomer => new() { Type = "ACTION", Value = cap.Actions, LimitBy = "CUSTOMER", Period = PeriodWords.Write(cap.Period) },
        CapTarget.PayoutPerAction => new() { Type = "PAYOUT", Value = cap.Payout?.Amount, Period = "ACTION" },
        CapTarget.PayoutPerPartner => new() { Type = "PAYOUT", Value = cap.Payout?.Amount, Period = PeriodWords.Write(cap.Period) },
        _ => null,
    };
}
