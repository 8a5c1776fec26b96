namespace Bridge.Simulation.Impact.Terms;

/// <summary>When a locked action is paid.</summary>
/// <param name="Basis">For example LOCKED.</param>
/// <param name="Period">END_OF_DAY or END_OF_MONTH.</param>
/// <param name="DayOffset">Days after it.</param>
public sealed record SchedulingTerms(string Basis, string Period, int DayOffset);
