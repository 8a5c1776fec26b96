using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Sweep;
using Bridge.Engine.Verifying;
using Bridge.Model.Identity;

namespace Bridge.Engine.Tests.Verifying;

/// <summary>What verification makes of records that the run left in one way and the new plan sees in another.</summary>
public sealed class VerificationTests
{
    [Fact]
    public async Task What_the_run_left_on_the_target_and_the_new_plan_leaves_out_is_a_difference()
    {
        var result = await VerifyAsync(_ => { }, line => line.Source == "L12" ? Left(line, Outcome.Skipped, "LinkExpired") : line);

        result.Differences.Should().Be(1);
        result.Examples.Should().ContainSingle().Which.Should().Be(new VerificationDifference(
            "links/L12/create", "record", "The run left links 'L12' as Created on the target; the plan that verifies it counts it as Skipped (LinkExpired)."));
    }

    [Fact]
    public async Task A_partner_who_declined_is_explained_with_what_hangs_on_it()
    {
        var result = await VerifyAsync(_ => { }, line =>
            line is { Entity: EntityKind.Partner, Source: "11" } ? Left(line, Outcome.Blocked, "PartnerDeclined")
            : line is { Entity: EntityKind.TrackingLink, Partner: "11" } ? Left(line, Outcome.Blocked, "PartnerBlocked")
            : line);

        result.Differences.Should().Be(0);
        result.Explained.Should().Equal(new NamedCount("links PartnerBlocked", 1), new NamedCount("partners PartnerDeclined", 1));
    }

    [Fact]
    public async Task Records_of_a_partner_who_did_not_decline_are_not_explained_by_it()
    {
        var result = await VerifyAsync(_ => { }, line => line is { Entity: EntityKind.TrackingLink, Partner: "11" } ? Left(line, Outcome.Blocked, "PartnerBlocked") : line);

        result.Differences.Should().Be(1);
    }

    [Fact]
    public async Task A_record_that_did_not_move_and_stays_for_another_reason_is_listed()
    {
        var result = await VerifyAsync(
            run => run.Set("links/L12/create", StepState.Failed, "RailRejected"),
            line => line.Source == "L12" ? Left(line, Outcome.Skipped, "LinkExpired") : line);

        result.Differences.Should().Be(0);
        result.Explained.Should().Equal(new NamedCount("links RailRejected, now LinkExpired", 1));
    }

    private static OutcomeLine Left(OutcomeLine line, Outcome outcome, string reason) =>
        line with { Outcome = outcome, Reason = reason, Message = "For the test.", TargetId = null };

    /// <summary>Verifies a run of the small program with a plan in which all it did is unchanged, but for one change.</summary>
    private static async Task<VerificationResult> VerifyAsync(Action<AppliedRun> before, Func<OutcomeLine, OutcomeLine> change)
    {
        var run = await AppliedRun.MakeAsync();
        before(run);
        var lines = run.Plan.ReadAsync(default).SelectMany(line => VerificationSweep.Done(line)).Select(line => line is OutcomeLine outcome ? change(outcome) : line);
        return await VerificationSweep.VerifyAsync(run, lines);
    }
}
