namespace Bridge.Simulation.Impact.Terms;

/// <summary>When an action can no longer be changed.</summary>
/// <param name="Basis">For example TRACKED.</param>
/// <param name="Period">DAY or MONTH.</param>
/// <param name="MonthOffset">Whole months, or null.</param>
/// <param name="DayOffset">Whole days, or null.</param>
/// <param name="DayOfMonth">Day on which it locks, or null.</param>
public sealed record LockingTerms(string Basis, string Period, int? MonthOffset, int? DayOffset, int? DayOfMonth);
