using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.State;

/// <summary>Every partner account of the platform, with the two ways in which the prospect import finds one.</summary>
internal sealed class PartnerDirectory
{
    private readonly Dictionary<long, PartnerAccount> accounts = [];
    private readonly Dictionary<string, List<long>> byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<long>> byHost = new(StringComparer.Ordinal);

    public PartnerAccount? Find(long id) => accounts.GetValueOrDefault(id);

    public PartnerAccount Get(long id) =>
        accounts.TryGetValue(id, out var account) ? account : throw new InvalidOperationException($"No partner account {id}.");

    public void Put(PartnerAccount account)
    {
        accounts[account.Id] = account;
        foreach (var contact in account.Contacts)
            Index(byEmail, contact.Email.Trim(), account.Id);
        Index(byHost, WebHost.Of(account.Website), account.Id);
        foreach (var property in account.Properties)
            Index(byHost, WebHost.Of(property.Url), account.Id);
    }

    public IReadOnlyList<PartnerAccount> WithEmail(string? email) =>
        email is not null && byEmail.TryGetValue(email.Trim(), out var ids) ? [.. ids.Select(Get)] : [];

    public IReadOnlyList<PartnerAccount> WithWebsite(string? website) =>
        WebHost.Of(website) is { } host && byHost.TryGetValue(host, out var ids) ? [.. ids.Select(Get)] : [];

    private static void Index(Dictionary<string, List<long>> index, string? key, long id)
    {
        if (string.IsNullOrEmpty(key))
            return;

        if (!index.TryGetValue(key, out var ids))
            index[key] = ids = [];
        if (!ids.Contains(id))
            ids.Add(id);
    }
}
