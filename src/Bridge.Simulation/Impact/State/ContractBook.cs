using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.State;

/// <summary>The contracts of one brand in the order they were made.</summary>
internal sealed class ContractBook
{
    private readonly List<string> order = [];
    private readonly Dictionary<string, ImpactContract> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<string>> byPartner = [];

    public IEnumerable<ImpactContract> All => order.Select(id => byId[id]);

    public ImpactContract? Find(string id) => byId.GetValueOrDefault(id);

    public IEnumerable<ImpactContract> OfPartner(long partnerId) =>
        byPartner.TryGetValue(partnerId, out var ids) ? ids.Select(id => byId[id]) : [];

    /// <summary>The contract in force between a partner and a program, or null.</summary>
    public ImpactContract? Active(long partnerId, long programId, DateTimeOffset now) =>
        OfPartner(partnerId).LastOrDefault(contract => contract.ProgramId == programId && contract.StatusAt(now) == "ACTIVE");

    /// <summary>The contract that waits for a signature or for its start, or null.</summary>
    public ImpactContract? Open(long partnerId, long programId, DateTimeOffset now) =>
        OfPartner(partnerId).LastOrDefault(contract => contract.ProgramId == programId && contract.StatusAt(now) is ("PENDING" or "UPCOMING"));

    public bool HasActive(long partnerId, DateTimeOffset now) =>
        OfPartner(partnerId).Any(contract => contract.StatusAt(now) == "ACTIVE");

    public void Put(ImpactContract contract)
    {
        if (!byId.ContainsKey(contract.Id))
        {
            order.Add(contract.Id);
            if (!byPartner.TryGetValue(contract.PartnerId, out var ids))
                byPartner[contract.PartnerId] = ids = [];
            ids.Add(contract.Id);
        }

        byId[contract.Id] = contract;
    }
}
