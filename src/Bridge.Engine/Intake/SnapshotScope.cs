using Bridge.Engine.Artifacts;
using Bridge.Engine.Snapshots;
using Bridge.Model.Contracts;
using Bridge.Model.Conversions;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions;

namespace Bridge.Engine.Intake;

/// <summary>
/// What a snapshot covers: how much of each kind, since when nothing moved, who usually has it, and what each partner brought. One
/// pass; sums are held per partner and currency, nothing else grows with the program.
/// </summary>
public sealed class SnapshotScope
{
    private const int MonthsWanted = 12;
    private const decimal DaysOfMonth = 30.4m;
    private readonly Dictionary<(string Partner, string Currency), PartnerPerformance> performance = [];
    private readonly List<ScopeLine> lines = [];

    /// <summary>Kinds in the order of the snapshot.</summary>
    public IReadOnlyList<ScopeLine> Lines => lines;

    /// <summary>Sums per partner and currency: by currency, then the largest sales first.</summary>
    public IReadOnlyList<PartnerPerformance> Ranking =>
    [
        .. performance.Values.OrderBy(each => each.Currency.Code, StringComparer.Ordinal).ThenByDescending(each => each.Sales).ThenBy(each => each.Partner, StringComparer.Ordinal),
    ];

    /// <summary>First conversion; null when none was read.</summary>
    public DateTimeOffset? From { get; private set; }

    /// <summary>Last conversion.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Months between them, rounded; null when none was read.</summary>
    public int? Months => From is { } from && Until is { } until ? (int)Math.Round((until - from).Days / DaysOfMonth, MidpointRounding.AwayFromZero) : null;

    /// <summary>Reads a snapshot.</summary>
    public static async Task<SnapshotScope> ReadAsync(Snapshot snapshot, RailDescriptor? rail, CancellationToken cancellationToken)
    {
        var scope = new SnapshotScope();
        foreach (var entity in snapshot.Manifest.Entities.Select(each => each.Entity))
        {
            var line = await scope.LineAsync(snapshot, entity, cancellationToken);
            scope.lines.Add(line with { Owner = rail?.Tables.FirstOrDefault(schema => schema.Entity == entity && schema.Owner.Length > 0)?.Owner });
        }

        return scope;
    }

    /// <summary>A warning when the source's conversions cover less than a year, or none was read; null otherwise.</summary>
    public Finding? Shortage(SnapshotSide side)
    {
        if (side != SnapshotSide.Source || Months >= MonthsWanted)
        {
            return null;
        }

        return new Finding
        {
            Code = "BRG-SCOPE-001",
            Severity = Severity.Warning,
            Entity = EntityKind.Conversion,
            Value = Months is { } months ? months.ToString(System.Globalization.CultureInfo.InvariantCulture) + " months" : null,
            Message = Months is null
                ? "No conversion was read: partners cannot be ranked, and there is nothing to compare with afterwards."
                : "The conversions cover less than twelve months: seasons are missing in the ranking and in the baseline.",
            Remedy = "Export twelve to twenty-four months and run 'bridge extract --side source --conversions --anew'.",
        };
    }

    private async Task<ScopeLine> LineAsync(Snapshot snapshot, EntityKind entity, CancellationToken cancellationToken) => entity switch
    {
        EntityKind.Partner => await CountAsync(snapshot, entity, RecordCodecs.Partner, partner => partner.Status == PartnerStatus.Active, partner => partner.JoinedAt, cancellationToken),
        EntityKind.Contract => await CountAsync(snapshot, entity, RecordCodecs.Contract, contract => contract.Status == ContractStatus.Active, contract => contract.StartsAt, cancellationToken),
        EntityKind.TrackingLink => await CountAsync(snapshot, entity, RecordCodecs.TrackingLink, link => link.Status != LinkStatus.Expired, link => link.StartsAt, cancellationToken),
        EntityKind.PromoCode => await CountAsync(snapshot, entity, RecordCodecs.PromoCode, code => code.Status != PromoCodeStatus.Expired, code => code.StartsAt, cancellationToken),
        EntityKind.Conversion => await CountAsync(snapshot, entity, RecordCodecs.Conversion, Add, conversion => conversion.OccurredAt, cancellationToken) with { Active = null },
        _ => new ScopeLine(entity, snapshot.Manifest.Of(entity)?.Records ?? 0, null, null, null),
    };

    private static async Task<ScopeLine> CountAsync<T>(
        Snapshot snapshot, EntityKind entity, IRecordCodec<T> codec, Func<T, bool> active, Func<T, DateTimeOffset?> when, CancellationToken cancellationToken)
    {
        var (count, alive) = (0L, 0L);
        DateTimeOffset? last = null;
        await foreach (var (record, _, _) in snapshot.ReadAsync(codec, cancellationToken))
        {
            count++;
            alive += active(record) ? 1 : 0;
            last = when(record) is { } day && (last is null || day > last) ? day : last;
        }

        return new ScopeLine(entity, count, alive, last, null);
    }

    private bool Add(Conversion conversion)
    {
        From = From is null || conversion.OccurredAt < From ? conversion.OccurredAt : From;
        Until = Until is null || conversion.OccurredAt > Until ? conversion.OccurredAt : Until;
        if ((conversion.Amount ?? conversion.Payout) is not { } money)
        {
            return true;
        }

        var key = (conversion.Partner?.Value ?? "", money.Currency.Code);
        if (!performance.TryGetValue(key, out var sums))
        {
            performance.Add(key, sums = new PartnerPerformance { Partner = conversion.Partner?.Value, Currency = money.Currency });
        }

        sums.Orders += (conversion.Amount?.Amount ?? 0) < 0 || (conversion.Payout?.Amount ?? 0) < 0 ? 0 : 1;
        sums.Sales += conversion.Amount?.Amount ?? 0;
        sums.Commission += conversion.Payout is { } payout && payout.Currency == money.Currency ? payout.Amount : 0;
        sums.Last = conversion.OccurredAt > sums.Last ? conversion.OccurredAt : sums.Last;
        return true;
    }
}
