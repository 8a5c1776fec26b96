using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Tests.Sweep;

/// <summary>The records of the small program that faults happen to, and lines about them.</summary>
internal static class Victims
{
    public static readonly EntityKind[] Entities = [EntityKind.Partner, EntityKind.Contract, EntityKind.TrackingLink, EntityKind.PromoCode];

    public static readonly SweepFault[] Faults = Enum.GetValues<SweepFault>();

    /// <summary>A record that moves.</summary>
    public static string Moving(EntityKind entity) => entity switch
    {
        EntityKind.Partner => "12",
        EntityKind.Contract => "12:501",
        EntityKind.TrackingLink => "L12",
        _ => "SAVE12|12",
    };

    /// <summary>A record that a rule of validation excludes.</summary>
    public static string Excluded(EntityKind entity) => entity switch
    {
        EntityKind.Partner => "14",
        EntityKind.Contract => "15:900",
        EntityKind.TrackingLink => "L15x",
        _ => "BAD 15|15",
    };

    /// <summary>Another entity.</summary>
    public static EntityKind Other(EntityKind entity) => entity == EntityKind.Partner ? EntityKind.Contract : EntityKind.Partner;

    /// <summary>The entity and record that a line decides about, or null.</summary>
    public static (EntityKind Entity, string Source)? RecordOf(PlanLine line) => line switch
    {
        StepLine { Step: { Source: { } source } step } => (step.Entity, source),
        OutcomeLine outcome => (outcome.Entity, outcome.Source),
        _ => null,
    };

    /// <summary>The lines that a fault makes of one line about the victim.</summary>
    public static IEnumerable<PlanLine> Spoil(PlanLine line, SweepFault fault, EntityKind entity) => fault switch
    {
        SweepFault.Lost => [],
        SweepFault.Doubled => [line, line],
        SweepFault.OtherEntity => [line is StepLine { Step: var step } ? new StepLine(step with { Entity = Other(entity) }) : (OutcomeLine)line with { Entity = Other(entity) }],
        SweepFault.OtherPartner => [line is StepLine { Step: var step } ? new StepLine(step with { Partner = "11" }) : (OutcomeLine)line with { Partner = "11" }],
        _ => [line is StepLine { Step: var step }
            ? new StepLine(step with { Counts = Outcome.Adopted })
            : (OutcomeLine)line with { Outcome = Outcome.Skipped, Reason = "StatusOutOfScope", Message = "It is out of scope." }],
    };
}
