using Bridge.Engine.Approval;
using Bridge.Engine.Execution;
using Bridge.Engine.Migrations;
using Bridge.Engine.Tests.Execution;
using Bridge.Model.Findings;

namespace Bridge.Engine.Tests.Approvals;

public sealed class FirstWriteCheckTests
{
    private static readonly Finding NoCredential = new() { Code = "BRG-FAKE-001", Severity = Severity.Blocking, Message = "No credential for writes.", Remedy = "Give one." };

    [Theory]
    [InlineData(null, ApprovalRefusal.NameMissing)]
    [InlineData("  ", ApprovalRefusal.NameMissing)]
    [InlineData("acme", ApprovalRefusal.NameWrong)]
    [InlineData("Acme Outlet", ApprovalRefusal.NameWrong)]
    public async Task The_programs_name_is_wanted_exactly(string? typed, ApprovalRefusal refusal)
    {
        var bench = await new RunBench().ApproveAsync(RunBench.Group("Wave 1"));

        var run = () => bench.RunAsync(typed: typed);

        (await run.Should().ThrowAsync<ApprovalRefusedException>()).Which.Refusal.Should().Be(refusal);
        bench.Target.Groups.Should().BeEmpty();
        (await bench.Store.ReadRunsAsync(default).ToListAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("IR2", "7", "Acme")]
    [InlineData("IR1", "8", "Acme")]
    [InlineData("IR1", "7", "Acme Outlet")]
    public async Task A_credential_that_reaches_something_else_writes_nothing(string account, string program, string name)
    {
        var bench = await new RunBench().ApproveAsync(RunBench.Group("Wave 1"));
        bench.Target.Writer = bench.Target.Program with { AccountId = account, Id = new(program), Name = name };

        var run = () => bench.RunAsync();

        await run.Should().ThrowAsync<ApprovalRefusedException>().WithMessage("*Nothing was sent.");
        bench.Target.Groups.Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_credential_for_writes_no_run_begins()
    {
        var bench = await new RunBench().ApproveAsync(RunBench.Group("Wave 1"));
        bench.Target.Missing = NoCredential;

        var run = () => bench.RunAsync();

        (await run.Should().ThrowAsync<MigrationInvalidException>()).Which.Findings.Should().Equal(NoCredential);
        bench.Target.Groups.Should().BeEmpty();
    }

    [Fact]
    public async Task A_run_that_goes_on_remembers_the_name_and_refuses_another()
    {
        var bench = await new RunBench().ApproveAsync(RunBench.Group("Wave 1"));
        bench.Target.Fault = _ => new Rails.Abstractions.Errors.RailAuthenticationException(new() { Rail = "fake", Connection = "acme-fake", Operation = "groups.create" });
        var stopped = await bench.RunAsync();
        bench.Restart();

        var other = () => bench.RunAsync(typed: "Acme Outlet");
        (await other.Should().ThrowAsync<ApprovalRefusedException>()).Which.Refusal.Should().Be(ApprovalRefusal.NameWrong);
        var end = await bench.RunAsync(typed: null);

        stopped.Status.Should().Be(RunStatus.Stopped);
        end.Status.Should().Be(RunStatus.Completed);
        bench.Target.Groups.Values.Should().Equal("Wave 1");
        (await bench.Store.FindDocumentAsync(WriteConfirmation.Kind, "run-1", default)).Should().Contain("\"programName\":\"Acme\"");
        (await bench.Store.ReadJournalAsync(0, default).ToListAsync()).Where(entry => entry.Record.Kind == JournalKind.RunStarted).Should().HaveCount(2);
    }
}
