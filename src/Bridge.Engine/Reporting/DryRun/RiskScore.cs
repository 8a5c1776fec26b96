using Bridge.Engine.Planning;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>
/// The weight of one plan line for the order of a review. A partner weighs as much as its heaviest line, so that the
/// heaviest partners can be told in one pass with bounded memory.
/// </summary>
internal static class RiskScore
{
    private const int High = 50;
    private const int Medium = 20;

    public static int Of(PlanLine line) => line switch
    {
        OutcomeLine outcome => Weight(outcome.Entity) + outcome.Outcome switch
        {
            Outcome.Blocked => 70,
            Outcome.Manual => 60,
            _ => 0,
        },
        StepLine { Step: var step } => Weight(step.Entity) + Of(step),
        _ => 0,
    };

    public static RiskLevel LevelOf(int score) => score switch
    {
        >= High => RiskLevel.High,
        >= Medium => RiskLevel.Medium,
        _ => RiskLevel.Low,
    };

    /// <summary>True when the partner is paid something else afterwards than now.</summary>
    public static bool ChangesMoney(PlanStep step) => step is EstablishContract { Before: not null };

    private static int Of(PlanStep step)
    {
        var worst = step.Losses.Count == 0 ? Fidelity.Exact : step.Losses.Max(loss => loss.Fidelity);
        return (step, worst) switch
        {
            _ when ChangesMoney(step) => 50,
            (_, Fidelity.Dropped) => 40,
            (_, Fidelity.Degraded) => 35,
            ({ Reversibility: Reversibility.Irreversible, SideEffect: not null }, _) => 30,
            ({ Reversibility: Reversibility.Irreversible }, _) => 25,
            ({ SideEffect: not null }, _) => 20,
            ({ Channel: StepChannel.FilePack or StepChannel.WorkItem }, _) => 15,
            _ => 5,
        };
    }

    // Among lines of one kind of risk, what concerns the partner itself comes before its links. Small enough not to reach the next kind.
    private static int Weight(EntityKind entity) => entity switch
    {
        EntityKind.Partner => 3,
        EntityKind.Contract => 2,
        EntityKind.PromoCode => 1,
        _ => 0,
    };
}
