using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Testing.Plans;

/// <summary>Headers of made-up plans.</summary>
public static class SampleHeaders
{
    public static PlanHeader Apply { get; } = new()
    {
        Kind = PlanKind.Apply,
        Client = "northwind",
        Migration = "northwind-2027",
        SourceConnection = "northwind-rakuten",
        TargetConnection = "northwind-impact",
        SourceRail = "rakuten",
        TargetRail = "impact",
        TargetAccount = "IRNorthwind1",
        TargetProgram = new ProgramId("31415"),
        SourceSnapshot = new string('1', 64),
        TargetSnapshot = new string('2', 64),
        Profile = new string('3', 64),
        Decisions = new string('4', 64),
        IdMap = new string('5', 64),
        Connectors = "rakuten 1, impact 1",
    };

    public static PlanHeader Rollback { get; } = Apply with
    {
        Kind = PlanKind.Rollback,
        SourceSnapshot = null,
        TargetSnapshot = null,
        Profile = null,
        Decisions = null,
        RollsBack = "run-1",
        JournalHead = 4711,
    };
}
