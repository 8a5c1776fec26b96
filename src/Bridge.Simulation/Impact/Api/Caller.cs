using Bridge.Simulation.Impact.Seeding;

namespace Bridge.Simulation.Impact.Api;

/// <summary>Who calls, and what the path says besides.</summary>
/// <param name="Sid">Account whose credential was given and whose budget is charged.</param>
/// <param name="Token">The token.</param>
/// <param name="IsAgency">Whether the account is an agency.</param>
/// <param name="Path">Path below the account.</param>
internal sealed record Caller(string Sid, ImpactToken Token, bool IsAgency, IReadOnlyList<string> Path);
