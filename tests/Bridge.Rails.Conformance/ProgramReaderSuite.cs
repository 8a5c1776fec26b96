using Bridge.Model.Programs;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Conformance;

/// <summary>What every reader of a program must do.</summary>
public abstract class ProgramReaderSuite
{
    /// <summary>A world with an active program.</summary>
    protected abstract IRailWorld NewWorld();

    /// <summary>The program as the world knows it: id, account, name and state.</summary>
    protected abstract (string Id, string AccountId, string Name, ProgramStatus Status) Expected(IRailWorld world);

    [Fact]
    public async Task Reads_the_program_and_its_account()
    {
        await using var world = NewWorld();
        await world.RunAsync(async () =>
        {
            await using var rail = world.Open(ClosedWriteGate.Instance);

            var program = await rail.Port<IProgramReader>()!.ReadProgramAsync(CancellationToken.None);

            (program.Id.Value, program.AccountId, program.Name, program.Status).Should().Be(Expected(world));
            world.MutatingCalls.Should().Be(0);
        });
    }

    [Fact]
    public async Task Stops_when_it_is_cancelled()
    {
        await using var world = NewWorld();
        await world.RunAsync(async () =>
        {
            await using var rail = world.Open(ClosedWriteGate.Instance);
            var read = () => rail.Port<IProgramReader>()!.ReadProgramAsync(new CancellationToken(canceled: true));

            await read.Should().ThrowAsync<OperationCanceledException>();
        });
    }
}
