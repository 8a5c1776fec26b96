namespace Bridge.Simulation.Impact.Objects;

/// <summary>A deal.</summary>
/// <param name="Id">Numeric id.</param>
/// <param name="ProgramId">Program.</param>
/// <param name="StartDate">First instant, or null.</param>
/// <param name="EndDate">Last instant, or null.</param>
/// <param name="Fields">Everything else in the rail's own names, for example Name, Type, Scope, DiscountPercent.</param>
public sealed record Deal(
    long Id, long ProgramId, DateTimeOffset? StartDate, DateTimeOffset? EndDate, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Value of a field, or null.</summary>
    public string? Field(string name) => Fields.TryGetValue(name, out var value) ? value : null;

    /// <summary>ACTIVE, EXPIRED or PENDING at an instant.</summary>
    public string StateAt(DateTimeOffset now) => EndDate <= now ? "EXPIRED" : StartDate > now ? "PENDING" : "ACTIVE";
}
