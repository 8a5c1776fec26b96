using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.State;

/// <summary>The tracking links of one brand. Only checks of the simulation can read them.</summary>
internal sealed class LinkBook
{
    private readonly List<TrackingLink> links = [];
    private readonly HashSet<string> paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, int> vanities = [];

    public IReadOnlyList<TrackingLink> All => links;

    public bool IsTaken(string domain, string path) => paths.Contains(Key(domain, path));

    public int VanitiesOf(long partnerId) => vanities.GetValueOrDefault(partnerId);

    public void Add(TrackingLink link, string domain)
    {
        links.Add(link);
        if (link.CustomPath is not { } path)
            return;

        paths.Add(Key(domain, path));
        vanities[link.PartnerId] = VanitiesOf(link.PartnerId) + 1;
    }

    private static string Key(string domain, string path) => $"{domain}/{path}";
}
