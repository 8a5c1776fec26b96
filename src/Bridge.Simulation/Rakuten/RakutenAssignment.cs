namespace Bridge.Simulation.Rakuten;

/// <summary>A publisher holds an offer: one contract.</summary>
/// <param name="Sid">Publisher.</param>
/// <param name="Goid">Offer.</param>
/// <param name="Start">First day, null when the export leaves it blank.</param>
/// <param name="End">Last day, null when open.</param>
public sealed record RakutenAssignment(string Sid, int Goid, DateOnly? Start, DateOnly? End)
{
    /// <summary>Record key, <c>SID:GOID</c>.</summary>
    public string Key => $"{Sid}:{Goid}";
}
