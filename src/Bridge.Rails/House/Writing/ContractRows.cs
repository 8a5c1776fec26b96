using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House.Writing;

/// <summary>Contracts as rows: one for each term, a tiered one has a row for each tier. A term that the format cannot hold in full is left out, since half a term pays something else.</summary>
internal static class ContractRows
{
    public static (RowWriter Rows, object Held) Write(Contract contract, RecordTableContext context)
    {
        var row = new RowWriter(HouseKind.Contracts, context).Begin();
        var currency = contract.Currency ?? context.Currency;
        row.Text("Contract ID", contract.Id.Value);
        row.Text("Partner ID", contract.Partner.Value);
        var starts = row.Instant("Start Date", contract.StartsAt);
        var ends = row.Instant("End Date", contract.EndsAt);
        var status = Status(row, contract.Status, starts, ends);
        var stated = contract.Status.ToString();
        row.Word("Contract Status", contract.Status);
        row.Text("Currency", currency.Code);
        if (contract.Attribution is { } attribution)
        {
            row.Word("Attribution", attribution);
        }

        row.Text("Auto Renews", contract.AutoRenews switch { true => "Y", false => "N", null => null });
        if (contract.TemplateKind?.Any(char.IsUpper) == true)
        {
            row.Lose("LetterCase", Fidelity.Equivalent, "Template Kind", "The kind of a template is held in lower case.");
        }

        var head = contract with
        {
            Name = row.Required("Contract Name", contract.Name, contract.Id.Value),
            TemplateId = row.Text("Template ID", contract.TemplateId),
            TemplateKind = row.Text("Template Kind", contract.TemplateKind?.ToLowerInvariant()),
            Status = status,
            NativeStatus = row.Held(contract.NativeStatus, char.ToLowerInvariant(stated[0]) + stated[1..], "nativeStatus"),
            StartsAt = starts,
            EndsAt = ends,
            Currency = currency,
            Windows = Windows(row, contract.Windows),
            Locking = Locking(row, contract.Locking),
            Payout = Payout(row, contract.Payout),
            Clawback = row.Held(contract.Clawback, null, "clawback"),
            MinimumPayout = Least(row, contract.MinimumPayout, currency),
            CreditShares = row.Held(contract.CreditShares, [], "creditShares"),
            DealRegistration = row.Held(contract.DealRegistration, null, "dealRegistration"),
        };
        return (row, head with { Terms = new TermRows(row, contract.Id.Value, contract.Partner.Value, currency).Write(contract.Terms) });
    }

    private static ContractStatus Status(RowWriter row, ContractStatus status, DateTimeOffset? starts, DateTimeOffset? ends)
    {
        var midnight = HouseTables.Midnight(row.Context);
        var read = status switch
        {
            ContractStatus.Active or ContractStatus.Upcoming when ends < midnight => ContractStatus.Expired,
            ContractStatus.Active when starts >= midnight.AddDays(1) => ContractStatus.Upcoming,
            _ => status,
        };
        if (read != status)
        {
            row.Lose("StatusByDates", Fidelity.Equivalent, "Contract Status", "What ended before the day of the export counts as expired, what begins later as upcoming.");
        }

        return read;
    }

    private static ReferralWindows? Windows(RowWriter row, ReferralWindows? windows)
    {
        if (windows is null)
        {
            return null;
        }

        TimeSpan? Days(string column, TimeSpan? time)
        {
            var days = time is { } span && span == TimeSpan.FromDays(span.Days) && span >= TimeSpan.Zero ? span.Days : (int?)null;
            row.Number(column, days);
            return days is { } whole ? TimeSpan.FromDays(whole) : row.Held(time, null, column);
        }

        var held = new ReferralWindows { Click = Days("Click Days", windows.Click), View = Days("View Days", windows.View) };
        return held == new ReferralWindows() ? row.Held<ReferralWindows?>(windows, null, "windows") : held;
    }

    private static LockingRule? Locking(RowWriter row, LockingRule? locking)
    {
        if (locking is null)
        {
            return null;
        }

        row.Word("Lock Basis", locking.Basis);
        row.Number("Lock Days", locking.Days);
        return locking with { Months = row.Held(locking.Months, 0, "locking.months") };
    }

    private static PayoutSchedule? Payout(RowWriter row, PayoutSchedule? payout)
    {
        if (payout is null)
        {
            return null;
        }

        row.Word("Payout Basis", payout.Basis);
        row.Number("Payout Days", payout.Days);
        row.Word("Payout Every", payout.Every);
        return payout with { QuarterlyTrueUp = row.Held(payout.QuarterlyTrueUp, false, "payout.quarterlyTrueUp") };
    }

    private static Money? Least(RowWriter row, Money? least, Currency currency)
    {
        var held = least is { } money && money.Currency != currency ? row.Held(least, null, "minimumPayout") : least;
        row.Number("Minimum Payout", held?.Amount);
        return held;
    }
}
