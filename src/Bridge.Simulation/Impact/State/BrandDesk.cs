using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Truth;

namespace Bridge.Simulation.Impact.State;

/// <summary>Every change of a brand's accounts, values and groups, whoever asks for it; each one goes into the truth log.</summary>
internal sealed class BrandDesk(ImpactWorld world, BrandAccount brand, ChangeScope scope)
{
    public ImpactWorld World => world;

    public BrandAccount Brand => brand;

    public ChangeScope Scope => scope;

    public PartnerAccount CreateAccount(PartnerAccount account, Relationship values)
    {
        world.Put(account);
        brand.Put(values);
        scope.Record("partner.create", Id(account.Id), TruthShapes.Partner(account, values));
        return account;
    }

    public void Activate(PartnerAccount account)
    {
        if (account.State == "ACTIVE")
            return;

        world.Put(account with { State = "ACTIVE", DateLastUpdated = scope.At });
        scope.Record("partner.activate", Id(account.Id), new() { { "state", "ACTIVE" } }, new() { { "state", account.State } });
    }

    /// <summary>Sets a brand's values for a partner; meets the partner if it has to.</summary>
    public void SetValues(Relationship values)
    {
        var before = brand.Values(values.PartnerId);
        if (before == values)
            return;

        brand.Put(values);
        var account = world.Partners.Get(values.PartnerId);
        world.Put(account with { DateLastUpdated = scope.At });
        scope.Record("partner.values", Id(values.PartnerId), TruthShapes.Values(values), TruthShapes.Values(before ?? new Relationship(values.PartnerId)));
    }

    /// <summary>Sets the values that are given and keeps the others.</summary>
    public void MergeValues(long partnerId, IReadOnlyList<string?> given)
    {
        var old = brand.Values(partnerId) ?? new Relationship(partnerId);
        var merged = new Relationship(partnerId, given[0] ?? old.Value1, given[1] ?? old.Value2, given[2] ?? old.Value3);
        if (brand.Knows(partnerId))
            SetValues(merged);
        else
            Meet(merged);
    }

    /// <summary>Makes a partner known to the brand.</summary>
    public void Meet(Relationship values)
    {
        if (brand.Knows(values.PartnerId))
            return;

        brand.Put(values);
        scope.Record("partner.meet", Id(values.PartnerId), TruthShapes.Values(values), TruthShapes.Values(new Relationship(values.PartnerId)));
    }

    public PartnerGroup CreateGroup(long programId, string name, IReadOnlyList<long> members)
    {
        var group = new PartnerGroup(world.Ids.Groups.Next(), programId, name, members);
        brand.Groups[group.Id] = group;
        scope.Record("group.create", Id(group.Id), TruthShapes.Group(group));
        return group;
    }

    public void PutGroup(PartnerGroup group)
    {
        var before = brand.Groups[group.Id];
        if (before.Name == group.Name && before.Members.SequenceEqual(group.Members))
            return;

        brand.Groups[group.Id] = group;
        scope.Record("group.update", Id(group.Id), TruthShapes.GroupChange(group, before), TruthShapes.Group(before));
    }

    public void DeleteGroup(PartnerGroup group)
    {
        brand.Groups.Remove(group.Id);
        scope.Record("group.delete", Id(group.Id), new() { { "name", group.Name } }, TruthShapes.Group(group));
    }

    public void AddToGroups(long partnerId, IEnumerable<long> groupIds)
    {
        foreach (var groupId in groupIds)
        {
            if (brand.Groups.TryGetValue(groupId, out var group) && !group.Members.Contains(partnerId))
                PutGroup(group with { Members = [.. group.Members, partnerId] });
        }
    }

    private static string Id(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
