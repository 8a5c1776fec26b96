using Bridge.Engine.Artifacts;
using Bridge.Engine.Mapping;
using Bridge.Engine.Migrations;
using Bridge.Engine.Snapshots;
using Bridge.Engine.Validation;
using Bridge.Model.Contracts;
using Bridge.Model.Conversions;
using Bridge.Model.Findings;
using Bridge.Model.Links;
using Bridge.Model.Records;

namespace Bridge.Engine.Readiness;

/// <summary>Collects what readiness is judged from: the newest snapshots, the profile, stated test orders, the brand's hosts.</summary>
/// <param name="pipeline">The migration.</param>
/// <param name="recentDays">How many days back a conversion of the target is recent.</param>
public sealed class ReadinessReader(MigrationPipeline pipeline, int recentDays)
{
    private const int TrailingDays = 365;
    private static readonly string[] Usual = ["sale"];

    /// <summary>Reads the facts; nothing is sent.</summary>
    /// <param name="testOrders">Orders that people placed.</param>
    /// <param name="brandHosts">Hosts that the brand names as its own; empty when it names none.</param>
    /// <param name="answers">Rows of the sheet.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="MigrationInvalidException">A snapshot is missing, or the profile has problems.</exception>
    public async Task<ReadinessFacts> ReadAsync(
        IReadOnlyList<TestOrder> testOrders,
        IReadOnlyList<string> brandHosts,
        IReadOnlyDictionary<(string Check, string Subject), ReadinessAnswer> answers,
        CancellationToken cancellationToken)
    {
        var source = await SnapshotAsync(SnapshotSide.Source, cancellationToken);
        var target = await SnapshotAsync(SnapshotSide.Target, cancellationToken);
        var host = pipeline.Host;
        var rail = pipeline.Connections.ModuleOf(host.Definition.Target).Descriptor;
        var groups = await source.ReadAsync(RecordCodecs.PartnerGroup, cancellationToken).Select(record => record.Record).ToListAsync(cancellationToken);
        var mapping = new ProgramMapping(pipeline.ReadProfile(), rail, target.Manifest.Program, groups);
        var now = target.Manifest.StartedAt;
        var seen = await SeenAsync(target, now.AddDays(-recentDays), cancellationToken);
        var (types, locks) = await ContractsAsync(source, mapping, cancellationToken);
        var orders = new SourceOrders([.. seen.Select(conversion => conversion.OrderId).OfType<string>()], locks, now, now.AddDays(-TrailingDays));
        await foreach (var (conversion, _, _) in source.ReadAsync(RecordCodecs.Conversion, cancellationToken))
        {
            orders.Add(conversion);
        }

        var known = orders.Known();
        foreach (var test in testOrders)
        {
            known[test.OrderId] = new KnownOrder("test order", test.Amount, test.CustomerStatus);
        }

        return new ReadinessFacts
        {
            AsOf = DateOnly.FromDateTime(now.UtcDateTime),
            RecentDays = recentDays,
            EventTypes = types,
            Conversions = seen,
            Orders = known,
            Hosts = await HostsAsync(source, target, mapping, brandHosts, cancellationToken),
            LastLock = orders.LastLock,
            OpenOrders = orders.Open,
            Partners = await PartnersAsync(source, mapping, orders, cancellationToken),
            Answers = answers,
        };
    }

    private async Task<Snapshot> SnapshotAsync(SnapshotSide side, CancellationToken cancellationToken) =>
        await pipeline.Snapshots.FindNewestAsync(side, cancellationToken) ?? throw new MigrationInvalidException([new Finding
        {
            Code = "BRG-MIG-013",
            Severity = Severity.Blocking,
            Message = $"There is no snapshot of the {(side == SnapshotSide.Source ? "source" : "target")} yet.",
            Remedy = "Run 'bridge extract' first.",
        }]);

    private static async Task<List<SeenConversion>> SeenAsync(Snapshot target, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var seen = new List<SeenConversion>();
        await foreach (var (conversion, _, _) in target.ReadAsync(RecordCodecs.Conversion, cancellationToken))
        {
            if (conversion.OccurredAt >= since && conversion.Status is not (ConversionStatus.Reversed or ConversionStatus.Correction))
            {
                seen.Add(new SeenConversion(conversion.EventType, conversion.OrderId, conversion.OccurredAt, conversion.Amount, conversion.CustomerStatus));
            }
        }

        return seen;
    }

    /// <summary>Actions that contracts in scope pay for, and how long orders of a partner can change.</summary>
    private static async Task<(IReadOnlyList<string> Types, Dictionary<string, int> Locks)> ContractsAsync(Snapshot source, ProgramMapping mapping, CancellationToken cancellationToken)
    {
        var types = new SortedSet<string>(StringComparer.Ordinal);
        var locks = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var (contract, _, _) in source.ReadAsync(RecordCodecs.Contract, cancellationToken))
        {
            if (contract.Locking is { } rule)
            {
                var partner = contract.Partner.Value;
                locks[partner] = Math.Max(locks.GetValueOrDefault(partner), (rule.Months * 31) + rule.Days + (rule.Basis == LockBasis.MonthEnd ? 31 : 0));
            }

            if (mapping.MapContract(contract).Value is { } desired)
            {
                types.UnionWith(desired.Terms.Terms.Select(term => term.Action).Where(action => action is ActionKind.Sale or ActionKind.Lead or ActionKind.Install).Select(action => action.ToString().ToLowerInvariant()));
            }
        }

        return (types.Count > 0 ? [.. types] : Usual, locks);
    }

    private static async Task<List<HostUse>> HostsAsync(Snapshot source, Snapshot target, ProgramMapping mapping, IReadOnlyList<string> brandHosts, CancellationToken cancellationToken)
    {
        var links = new SortedDictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        foreach (var host in brandHosts)
        {
            links[host] = 0;
        }

        var partners = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (partner, _, _) in source.ReadAsync(RecordCodecs.Partner, cancellationToken))
        {
            if (mapping.MapPartner(partner).Exclusion is null)
            {
                partners.Add(partner.Id.Value);
            }
        }

        await foreach (var (link, _, _) in source.ReadAsync(RecordCodecs.TrackingLink, cancellationToken))
        {
            if (link.Status is LinkStatus.Active or LinkStatus.Unknown && partners.Contains(link.Partner.Value)
                && Uri.TryCreate(link.Destination, UriKind.Absolute, out var destination) && destination.Host.Length > 0)
            {
                links[destination.IdnHost] = links.GetValueOrDefault(destination.IdnHost) + 1;
            }
        }

        var permitted = new PermittedHosts(target.Manifest.Program.PermittedHosts);
        var own = brandHosts.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. links.Select(pair => new HostUse(pair.Key, pair.Value, own.Contains(pair.Key), permitted.Allows(pair.Key)))];
    }

    private static async Task<List<PartnerInPlay>> PartnersAsync(Snapshot source, ProgramMapping mapping, SourceOrders orders, CancellationToken cancellationToken)
    {
        var partners = new List<PartnerInPlay>();
        await foreach (var (partner, _, _) in source.ReadAsync(RecordCodecs.Partner, cancellationToken))
        {
            if (orders.Of(partner.Id.Value) is > 0 and var count && mapping.MapPartner(partner).Exclusion is null)
            {
                partners.Add(new PartnerInPlay(partner.Id.Value, partner.Name, count));
            }
        }

        return partners;
    }
}
