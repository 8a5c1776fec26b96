using Bridge.Model.Identity;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Conformance;

/// <summary>What every writer of tracking links must do, those included whose links cannot be listed.</summary>
public abstract class TrackingLinkWriterSuite
{
    /// <summary>A world to write into.</summary>
    protected abstract IRailWorld NewWorld();

    /// <summary>A link with a destination and at least one sub-id.</summary>
    protected abstract TrackingLinkDraft Draft(IRailWorld world);

    /// <summary>Destination and owner of a tracking URL without its sub-ids, as the world knows them.</summary>
    protected abstract (string? Destination, string Partner) Known(IRailWorld world, string urlWithoutSubIds);

    [Fact]
    public Task A_link_leads_where_it_should_and_carries_its_sub_ids() => InWorld(new OpenGate(), async (world, rail) =>
    {
        var draft = Draft(world);

        var receipt = await rail.Port<ITrackingLinkWriter>()!.CreateAsync(draft, await rail.ContextAsync(), CancellationToken.None);

        world.MutatingCalls.Should().Be(1);
        var url = new Uri(receipt.Url!);
        var sent = url.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1]));
        draft.SubIds.Should().NotBeEmpty().And.OnlyContain(subId => sent[subId.Name] == subId.Value);
        var own = url.Query.TrimStart('?').Split('&').Where(pair => draft.SubIds.All(subId => Uri.UnescapeDataString(pair.Split('=')[0]) != subId.Name)).ToList();
        var plain = receipt.Url![..receipt.Url!.IndexOf('?')] + (own.Count == 0 ? "" : "?" + string.Join('&', own));
        Known(world, plain).Should().Be((draft.Destination, draft.Partner.Id!));
    });

    [Fact]
    public Task A_write_without_a_gate_never_reaches_the_wire() => InWorld(ClosedWriteGate.Instance, async (world, rail) =>
    {
        var context = await rail.ContextAsync();
        var write = () => rail.Port<ITrackingLinkWriter>()!.CreateAsync(Draft(world), context, CancellationToken.None);

        await write.Should().ThrowAsync<WriteRefusedException>();
        world.MutatingCalls.Should().Be(0);
    });

    [Fact]
    public Task A_kind_without_a_lookup_is_declared_neither() => InWorld(ClosedWriteGate.Instance, (_, rail) =>
    {
        var declared = rail.Descriptor.Capabilities.Operation(EntityKind.TrackingLink, WriteVerb.Create, StepChannel.Api);

        declared.Should().NotBeNull();
        (rail.Port<IWriteLookup<TrackingLinkDraft>>() is null).Should().Be(declared!.Class == OperationClass.Neither);
        return Task.CompletedTask;
    });

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
