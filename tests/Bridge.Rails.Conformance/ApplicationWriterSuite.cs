using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Conformance;

/// <summary>What every writer of decisions on applications must do.</summary>
public abstract class ApplicationWriterSuite
{
    /// <summary>A world in which a partner has applied.</summary>
    protected abstract IRailWorld NewWorld();

    /// <summary>The decision to accept that application.</summary>
    protected abstract ApplicationDecision Acceptance(IRailWorld world);

    [Fact]
    public Task An_accepted_partner_has_an_active_contract() => InWorld(new OpenGate(), async (world, rail) =>
    {
        var decision = Acceptance(world);

        await rail.Port<IApplicationWriter>()!.DecideAsync(decision, await rail.ContextAsync(), CancellationToken.None);

        world.MutatingCalls.Should().Be(1);
        (await ContractsAsync(rail, decision)).Should().Contain(contract => contract.Status == ContractStatus.Active)
            .And.NotContain(contract => contract.Status == ContractStatus.Pending);
    });

    [Fact]
    public Task A_declined_partner_has_none() => InWorld(new OpenGate(), async (world, rail) =>
    {
        var decision = Acceptance(world) with { Accept = false, Reason = "Incompatible content" };

        await rail.Port<IApplicationWriter>()!.DecideAsync(decision, await rail.ContextAsync(), CancellationToken.None);

        (await ContractsAsync(rail, decision)).Should().NotBeEmpty()
            .And.NotContain(contract => contract.Status == ContractStatus.Active || contract.Status == ContractStatus.Pending);
    });

    [Fact]
    public Task A_second_decision_is_a_conflict() => InWorld(new OpenGate(), async (world, rail) =>
    {
        var decision = Acceptance(world);
        var port = rail.Port<IApplicationWriter>()!;
        await port.DecideAsync(decision, await rail.ContextAsync(), CancellationToken.None);
        var context = await rail.ContextAsync("op-2");

        var again = () => port.DecideAsync(decision with { Accept = false }, context, CancellationToken.None);

        await again.Should().ThrowAsync<RailConflictException>();
    });

    [Fact]
    public Task A_write_without_a_gate_never_reaches_the_wire() => InWorld(ClosedWriteGate.Instance, async (world, rail) =>
    {
        var context = await rail.ContextAsync();
        var write = () => rail.Port<IApplicationWriter>()!.DecideAsync(Acceptance(world), context, CancellationToken.None);

        await write.Should().ThrowAsync<WriteRefusedException>();
        world.MutatingCalls.Should().Be(0);
    });

    private static async Task<IReadOnlyList<Contract>> ContractsAsync(IRail rail, ApplicationDecision decision)
    {
        var partner = new PartnerId(decision.Partner.Id!);
        var contracts = new List<Contract>();
        await foreach (var page in rail.Port<IContractReader>()!.ReadAsync(ReadScope.All, CancellationToken.None))
        {
            contracts.AddRange(page.Records.Select(read => read.Record).Where(contract => contract.Partner == partner));
        }

        return contracts;
    }

    private async Task InWorld(IWriteGate gate, Func<IRailWorld, IRail, Task> body)
    {
        await using var world = NewWorld();
        await world.RunAsync(async () =>
        {
            await using var rail = world.Open(gate);
            await body(world, rail);
        });
    }
}
