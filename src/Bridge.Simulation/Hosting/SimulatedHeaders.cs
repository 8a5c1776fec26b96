namespace Bridge.Simulation.Hosting;

/// <summary>Headers a host adds to a request, because a rail sees no connection.</summary>
internal static class SimulatedHeaders
{
    /// <summary>Scheme of the request, <c>http</c> or <c>https</c>. The leading colon keeps it apart from real headers.</summary>
    public const string Scheme = ":scheme";
}
