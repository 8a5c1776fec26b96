using Bridge.Engine.Execution;

namespace Bridge.Engine.Tests.Execution;

public sealed class StepTransitionsTests
{
    [Fact]
    public void What_was_applied_never_changes_again()
    {
        foreach (var to in Enum.GetValues<StepState>())
        {
            StepTransitions.IsValid(StepState.Applied, to).Should().BeFalse($"an applied step must not become {to}");
            StepTransitions.IsValid(StepState.Adopted, to).Should().BeFalse($"an adopted step must not become {to}");
        }
    }

    [Fact]
    public void A_doubt_never_becomes_a_new_intent_without_a_look()
    {
        StepTransitions.IsValid(StepState.Unknown, StepState.Intended).Should().BeFalse();
        StepTransitions.IsValid(StepState.Unknown, StepState.NotApplied).Should().BeTrue();
        StepTransitions.IsValid(StepState.NotApplied, StepState.Intended).Should().BeTrue();
    }

    [Fact]
    public void Only_an_intent_or_an_observation_leads_to_applied_after_a_call()
    {
        StepTransitions.IsValid(StepState.NotApplied, StepState.Applied).Should().BeFalse();
        StepTransitions.IsValid(StepState.Intended, StepState.Applied).Should().BeTrue();
    }

    [Fact]
    public void Every_success_is_final()
    {
        foreach (var state in Enum.GetValues<StepState>().Where(StepTransitions.IsSuccess))
        {
            StepTransitions.IsFinal(state).Should().BeTrue();
        }
    }
}
