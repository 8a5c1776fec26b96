using Bridge.Engine.Execution;

namespace Bridge.Engine.Tests.Execution;

public sealed class WritePreconditionTests
{
    [Fact]
    public async Task Everything_that_is_missing_is_said_at_once_and_nothing_is_sent()
    {
        var bench = await new RunBench().ApproveAsync(RunBench.Group("Creators"));

        var run = () => bench.RunAsync(preconditions: [new Fixed("NoName"), new Fixed(null), new Fixed("NoCanary")]);

        var unmet = (await run.Should().ThrowAsync<WriteNotPermittedException>()).Which.Unmet;
        unmet.Select(each => each.Code).Should().Equal("NoName", "NoCanary");
        bench.Target.Groups.Should().BeEmpty();
        (await bench.Store.FindRunAsync("run-1", CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task They_are_asked_again_when_a_run_goes_on()
    {
        var bench = await new RunBench().ApproveAsync(RunBench.Group("Creators"));
        var precondition = new Fixed(null);

        await bench.RunAsync(preconditions: [precondition]);
        await bench.RunAsync(preconditions: [precondition]);

        precondition.Asked.Select(request => request.Run?.RunId).Should().Equal(null, "run-1");
    }

    private sealed class Fixed(string? code) : IWritePrecondition
    {
        public List<WriteRequest> Asked { get; } = [];

        public Task<IReadOnlyList<UnmetPrecondition>> CheckAsync(WriteRequest request, CancellationToken cancellationToken)
        {
            Asked.Add(request);
            return Task.FromResult<IReadOnlyList<UnmetPrecondition>>(code is null ? [] : [new UnmetPrecondition(code, "Something is missing.", "Bring it.")]);
        }
    }
}
