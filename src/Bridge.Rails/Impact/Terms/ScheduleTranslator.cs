using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Terms;

/// <summary>
/// Locking, payout scheduling, referral windows and credit policy, both ways. DAY and MONTH run from the conversion, END_OF_MONTH
/// from the end of its month; a day of the month is that many days after the end of the month before (lists unconfirmed).
/// </summary>
internal static class ScheduleTranslator
{
    public static LockingRule? Read(WireLocking? locking, string path, LossLog losses)
    {
        if (locking is null || (locking.Period is null && locking.DayOffset is null && locking.MonthOffset is null))
        {
            return null;
        }

        if (locking.MaxMonthsOpenEndedPeriod is not (null or 0) || locking.OpenEndedAutolockingMode is not null)
        {
            losses.Degraded("OpenEndedLocking", path, "Actions may stay open without end; the canonical form has no such rule.");
        }

        var months = decimal.ToInt32(locking.MonthOffset ?? 0);
        var days = decimal.ToInt32(locking.DayOffset ?? 0);
        var tracked = string.Equals(locking.Basis, "TRACKED", StringComparison.OrdinalIgnoreCase);
        var period = locking.Period?.ToUpperInvariant();
        if (locking.DayOfMonth is > 0 and var day && tracked && period is "MONTH" or "END_OF_MONTH")
        {
            return new LockingRule { Basis = LockBasis.MonthEnd, Months = Math.Max(0, months - 1), Days = decimal.ToInt32(locking.DayOfMonth.Value) };
        }

        var basis = (tracked, period) switch
        {
            (true, null or "DAY" or "MONTH") => LockBasis.Tracked,
            (true, "END_OF_MONTH") => LockBasis.MonthEnd,
            _ => LockBasis.Unknown,
        };
        if (basis == LockBasis.Unknown)
        {
            losses.Degraded("LockingUnknown", path, $"impact.com locks by '{locking.Basis}' and '{locking.Period}', which Bridge does not know.");
        }

        return new LockingRule { Basis = basis, Months = months, Days = days };
    }

    public static WireLocking? Write(LockingRule? locking) => locking?.Basis switch
    {
        LockBasis.Tracked when locking.Months == 0 => new() { Basis = "TRACKED", Period = "DAY", DayOffset = locking.Days },
        LockBasis.Tracked => new() { Basis = "TRACKED", Period = "MONTH", MonthOffset = locking.Months, DayOffset = locking.Days },
        LockBasis.MonthEnd => new() { Basis = "TRACKED", Period = "END_OF_MONTH", MonthOffset = locking.Months, DayOffset = locking.Days },
        _ => null,
    };

    public static PayoutSchedule? Read(WireScheduling? scheduling, string path, LossLog losses)
    {
        if (scheduling is null || (scheduling.Basis is null && scheduling.Period is null))
        {
            return null;
        }

        var period = PeriodWords.Read(scheduling.Period);
        var basis = string.Equals(scheduling.Basis, "LOCKED", StringComparison.OrdinalIgnoreCase) ? LockBasis.Locked : LockBasis.Unknown;
        if (period is null || basis == LockBasis.Unknown)
        {
            losses.Degraded("PayoutSchedulingUnknown", path, $"impact.com pays by '{scheduling.Basis}' and '{scheduling.Period}', which Bridge does not know.");
        }

        return new PayoutSchedule
        {
            Basis = basis,
            Days = decimal.ToInt32(scheduling.DayOffset ?? 0),
            Every = period is null or TermPeriod.Day ? TermPeriod.None : period.Value,
        };
    }

    public static WireScheduling? Write(PayoutSchedule? payout) => payout is not { Basis: LockBasis.Locked } ? null : new()
    {
        Basis = "LOCKED",
        Period = "END_OF_" + (PeriodWords.Write(payout.Every) ?? "DAY"),
        DayOffset = payout.Days,
    };

    public static ReferralWindows? Read(ValueList<WireReferral> referrals, string path, LossLog losses)
    {
        var click = Window(referrals, "CLICKS", path + ".click", losses);
        var view = Window(referrals, "IMPRESSIONS", path + ".view", losses);
        return click is null && view is null ? null : new ReferralWindows { Click = click, View = view };
    }

    public static ValueList<WireReferral> Write(ReferralWindows? windows) =>
    [
        .. windows?.Click is { } click ? [Write("CLICKS", click)] : Array.Empty<WireReferral>(),
        .. windows?.View is { } view ? [Write("IMPRESSIONS", view)] : Array.Empty<WireReferral>(),
    ];

    public static AttributionRule? ReadCredit(string? policy, string path, LossLog losses)
    {
        switch (policy?.Trim().ToUpperInvariant())
        {
            case null or "":
                return null;
            case "LAST_REFERRER":
                return AttributionRule.LastTouch;
            case "FIRST_REFERRER":
                return AttributionRule.FirstTouch;
            default:
                losses.Degraded("CreditPolicyUnknown", path, $"impact.com credits by '{policy}', which Bridge does not know.");
                return AttributionRule.Unknown;
        }
    }

    public static string? WriteCredit(AttributionRule? attribution) => attribution switch
    {
        AttributionRule.LastTouch => "LAST_REFERRER",
        AttributionRule.FirstTouch => "FIRST_REFERRER",
        _ => null,
    };

    private static WireReferral Write(string type, TimeSpan window) => window.Ticks % TimeSpan.TicksPerDay == 0
        ? new() { Type = type, Window = window.Days, WindowUnit = "DAY" }
        : new() { Type = type, Window = window.Ticks / TimeSpan.TicksPerHour, WindowUnit = "HOUR" };

    private static TimeSpan? Window(ValueList<WireReferral> referrals, string type, string path, LossLog losses)
    {
        var referral = referrals.FirstOrDefault(one => string.Equals(one.Type, type, StringComparison.OrdinalIgnoreCase));
        switch (referral?.WindowUnit?.ToUpperInvariant())
        {
            case null:
                return null;
            case "DAY":
                return TimeSpan.FromDays(decimal.ToInt32(referral.Window ?? 0));
            case "HOUR":
                return TimeSpan.FromHours(decimal.ToInt32(referral.Window ?? 0));
            default:
                losses.Dropped("WindowUnitUnknown", path, $"impact.com counts the window in '{referral.WindowUnit}', which Bridge does not know.");
                return null;
        }
    }
}
