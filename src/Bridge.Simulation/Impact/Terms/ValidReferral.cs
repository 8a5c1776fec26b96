namespace Bridge.Simulation.Impact.Terms;

/// <summary>How long a referral counts.</summary>
/// <param name="Type">CLICKS or IMPRESSIONS.</param>
/// <param name="Window">Length.</param>
/// <param name="WindowUnit">DAY or HOUR.</param>
public sealed record ValidReferral(string Type, int Window, string WindowUnit);
