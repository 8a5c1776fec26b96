namespace Bridge.Simulation.Impact.Terms;

/// <summary>A cap.</summary>
/// <param name="Type">ACTION or PAYOUT.</param>
/// <param name="Subtype">Free text of the rail, or null.</param>
/// <param name="Value">Number of actions or amount.</param>
/// <param name="LimitBy">CUSTOMER or ITEM, or null.</param>
/// <param name="Period">DAY, MONTH, ...</param>
public sealed record PayoutLimit(string Type, string? Subtype, decimal Value, string? LimitBy, string Period);
