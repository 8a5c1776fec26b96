using Bridge.Engine.Planning;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>What a report is about.</summary>
/// <param name="PlanHash">SHA-256 of the plan: what an approval names.</param>
/// <param name="Plan">What the plan was made from.</param>
public sealed record ReportHead(string PlanHash, PlanHeader Plan);
