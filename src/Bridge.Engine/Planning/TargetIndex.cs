using Bridge.Engine.Snapshots;
using Bridge.Model.Contracts;
using Bridge.Model.Promotions;
using Bridge.Model.Records;

namespace Bridge.Engine.Planning;

/// <summary>
/// What the planner must find on the target by something else than its id: groups and deals by name, codes by text, the
/// contract of a partner. A few dozen bytes for each object; the records themselves stay in the snapshot.
/// </summary>
internal sealed class TargetIndex
{
    private readonly Dictionary<string, TargetContract> contracts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TargetCode>> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> endedCodes = new(StringComparer.Ordinal);

    private TargetIndex(ISnapshot snapshot) => Snapshot = snapshot;

    public ISnapshot Snapshot { get; }

    public Dictionary<string, string> GroupsByName { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, string> DealsByName { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static async Task<TargetIndex> BuildAsync(ISnapshot snapshot, CancellationToken cancellationToken)
    {
        var index = new TargetIndex(snapshot);
        await foreach (var group in snapshot.ReadAsync(RecordCodecs.PartnerGroup, cancellationToken))
        {
            index.GroupsByName.TryAdd(group.Record.Name, group.Record.Id.Value);
        }

        await foreach (var deal in snapshot.ReadAsync(RecordCodecs.Deal, cancellationToken))
        {
            index.DealsByName.TryAdd(deal.Record.Name, deal.Record.Id.Value);
        }

        await foreach (var contract in snapshot.ReadAsync(RecordCodecs.Contract, cancellationToken))
        {
            index.Add(contract);
        }

        await foreach (var code in snapshot.ReadAsync(RecordCodecs.PromoCode, cancellationToken))
        {
            index.Add(code);
        }

        return index;
    }

    /// <summary>The contract that counts: the active one, else an application, else one that starts later.</summary>
    public TargetContract? ContractOf(string partner) => contracts.TryGetValue(partner, out var contract) ? contract : null;

    /// <summary>Active codes of a text.</summary>
    public IReadOnlyList<TargetCode> CodesOf(string code) =>
        codes.TryGetValue(PromoCode.NormalizeCode(code), out var found) ? found : [];

    /// <summary>True when a code that is not active any more came to the end that it was given, and was not ended before.</summary>
    public bool RanOut(string id, DateTimeOffset? end) => end is { } planned && endedCodes.TryGetValue(id, out var ended) && ended == planned;

    private static int Weight(ContractStatus status) => status switch
    {
        ContractStatus.Active => 3,
        ContractStatus.Pending => 2,
        ContractStatus.Upcoming => 1,
        _ => 0,
    };

    private void Add(SnapshotRecord<Contract> contract)
    {
        var weight = Weight(contract.Record.Status);
        var partner = contract.Record.Partner.Value;
        if (weight > 0 && (!contracts.TryGetValue(partner, out var other) || weight > Weight(other.Status)))
        {
            contracts[partner] = new TargetContract(contract.Record.Id.Value, contract.Record.Status, contract.Location);
        }
    }

    private void Add(SnapshotRecord<PromoCode> code)
    {
        if (code.Record.Status != PromoCodeStatus.Active)
        {
            if (code.Record.EndsAt is { } end)
            {
                endedCodes[code.Record.Id.Value] = end;
            }

            return;
        }

        var text = PromoCode.NormalizeCode(code.Record.Code);
        if (!codes.TryGetValue(text, out var found))
        {
            codes[text] = found = new List<TargetCode>(1);
        }

        found.Add(new TargetCode(code.Record.Id.Value, code.Record.Owner?.Value));
    }
}
