using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.House.Terms;

/// <summary>What a row says about its contract as a whole. The first row counts; later ones repeat it or leave it blank.</summary>
internal static class ContractFacts
{
    private static readonly string[] Columns =
    [
        "Partner ID", "Contract Name", "Template ID", "Template Kind", "Contract Status", "Start Date", "End Date", "Currency", "Click Days", "View Days",
        "Lock Basis", "Lock Days", "Payout Basis", "Payout Days", "Payout Every", "Minimum Payout", "Attribution", "Auto Renews",
    ];

    /// <summary>First column in which a later row says something else than the first one; null when it says nothing else.</summary>
    public static string? FirstContradiction(TableRow first, TableRow later) => ReferenceEquals(first, later)
        ? null
        : Array.Find(Columns, column => later.Text(column) is { Length: > 0 } text && !string.Equals(text, first.Text(column), StringComparison.Ordinal));

    /// <summary>The contract without its terms.</summary>
    public static Contract Read(CellReader cells, string id, HouseSource source, DateOnly asOf)
    {
        var (starts, ends) = (cells.Date("Start Date", fatal: false), cells.LastDay("End Date"));
        var (click, view) = (cells.Count("Click Days", fatal: false), cells.Count("View Days", fatal: false));
        var currency = HouseWords.Currency(cells, source.Options.Currency);
        var stated = cells.Text("Contract Status");
        var status = HouseWords.Word(cells, "Contract Status", stated is null ? ContractStatus.Active : ContractStatus.Unknown);
        var midnight = source.Midnight(asOf);
        return new Contract
        {
            Id = new ContractId(id),
            Partner = new PartnerId(cells.RequiredText("Partner ID")),
            Name = cells.Text("Contract Name") ?? id,
            TemplateId = cells.Text("Template ID"),
            TemplateKind = cells.Text("Template Kind")?.ToLowerInvariant(),
            NativeStatus = stated,
            Status = status switch
            {
                ContractStatus.Active or ContractStatus.Upcoming when ends < midnight => ContractStatus.Expired,
                ContractStatus.Active when starts >= source.Midnight(asOf.AddDays(1)) => ContractStatus.Upcoming,
                _ => status,
            },
            StartsAt = starts,
            EndsAt = ends,
            Currency = currency,
            Windows = click is null && view is null ? null : new ReferralWindows { Click = Days(click), View = Days(view) },
            Locking = cells.Count("Lock Days", fatal: false) is { } lockDays
                ? new LockingRule { Basis = HouseWords.Word(cells, "Lock Basis", LockBasis.Unknown), Days = lockDays }
                : null,
            Payout = cells.Count("Payout Days", fatal: false) is { } payoutDays
                ? new PayoutSchedule
                {
                    Basis = HouseWords.Word(cells, "Payout Basis", LockBasis.Unknown),
                    Days = payoutDays,
                    Every = HouseWords.Word(cells, "Payout Every", TermPeriod.None),
                }
                : null,
            MinimumPayout = cells.Number("Minimum Payout", fatal: false) is { } least && currency is { } ofLeast ? new Money(least, ofLeast) : null,
            Attribution = cells.Text("Attribution") is null ? null : HouseWords.Word(cells, "Attribution", AttributionRule.Unknown),
            AutoRenews = cells.Flag("Auto Renews"),
        };
    }

    private static TimeSpan? Days(int? days) => days is { } number ? TimeSpan.FromDays(number) : null;
}
