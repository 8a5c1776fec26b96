namespace Bridge.Engine.Planning;

/// <summary>A plan cannot be used: not there, or not the bytes that its hash names.</summary>
/// <param name="plan">Hash or key.</param>
/// <param name="problem">What is wrong.</param>
/// <param name="remedy">What to do.</param>
public sealed class PlanUnusableException(string plan, string problem, string remedy) : Exception($"Plan '{plan}' {problem} {remedy}");
