using System.Runtime.CompilerServices;
using Bridge.Engine.Snapshots;
using Bridge.Model.Identity;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Plans partner groups and who joins them.</summary>
internal static class GroupPlanner
{
    private const int MembersPerCall = 100;

    /// <summary>Learns what each source group is called on the target.</summary>
    public static async Task ReadNamesAsync(PlanState state, CancellationToken cancellationToken)
    {
        await foreach (var group in state.Inputs.Source.ReadAsync(RecordCodecs.PartnerGroup, cancellationToken))
        {
            var mapped = state.Mapping.MapGroup(group.Record);
            if (state.Moves(EntityKind.PartnerGroup, group.Record.Id.Value, mapped))
            {
                state.GroupNameById[group.Record.Id.Value] = mapped.Value!.Name;
            }
        }
    }

    public static async IAsyncEnumerable<PlanLine> PlanAsync(PlanState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (group, _, _) in state.Inputs.Source.ReadAsync(RecordCodecs.PartnerGroup, cancellationToken))
        {
            state.Tally.TakeUp(EntityKind.PartnerGroup, group.Id.Value);
            var mapped = state.Mapping.MapGroup(group);
            foreach (var line in state.Judge(EntityKind.PartnerGroup, group.Id.Value, mapped))
            {
                yield return line.Named(group.Name, null);
            }

            if (state.Moves(EntityKind.PartnerGroup, group.Id.Value, mapped))
            {
                yield return PlanGroup(state, group.Id.Value, mapped.Value!).Named(group.Name, null);
            }
        }

        foreach (var name in state.GroupNames.Where(name => !state.GroupRefs.ContainsKey(name)))
        {
            if (state.Target.GroupsByName.TryGetValue(name, out var id))
            {
                state.GroupRefs[name] = TargetRef.Known(id);
            }
            else
            {
                yield return new StepLine(Create(state, name, null));
            }
        }
    }

    public static async IAsyncEnumerable<PlanLine> PlanMembershipsAsync(PlanState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (name, partners) in state.Joins)
        {
            cancellationToken.ThrowIfCancellationRequested();
            partners.Sort((left, right) => KeyOrder.Instance.Compare(left.ToString(), right.ToString()));
            var chunk = 0;
            foreach (var members in partners.Chunk(MembersPerCall))
            {
                var group = state.GroupRefs[name];
                yield return new StepLine(state.Operations.Declare(
                    new JoinGroup
                    {
                        Id = StepIds.Of(EntityKind.PartnerGroup, name, $"join-{++chunk}"),
                        Entity = EntityKind.PartnerGroup,
                        Channel = StepChannel.Api,
                        Class = default,
                        Reversibility = default,
                        DependsOn = group.Step is { } step ? [step] : [],
                        Membership = new GroupMembership { Group = group, GroupName = name, Partners = [.. members] },
                        Why = "partners taken over keep their group",
                    },
                    WriteVerb.AddMembers));
            }
        }

        await Task.CompletedTask;
    }

    private static PlanLine PlanGroup(PlanState state, string source, PartnerGroupDraft draft)
    {
        if (!state.GroupNames.Contains(draft.Name))
        {
            return PlanState.Outcome(EntityKind.PartnerGroup, source, Outcome.Skipped, "NoPartnerInScope", $"No partner in scope belongs to group '{draft.Name}'.");
        }

        if (state.GroupRefs.ContainsKey(draft.Name))
        {
            return PlanState.Outcome(EntityKind.PartnerGroup, source, Outcome.Skipped, "MergedIntoGroup", $"Another group of the source becomes '{draft.Name}' too.");
        }

        if (state.Target.GroupsByName.TryGetValue(draft.Name, out var id))
        {
            state.GroupRefs[draft.Name] = TargetRef.Known(id);
            return state.Row(EntityKind.PartnerGroup, source) is { Kept: false } row && row.Target == id
                ? new OutcomeLine { Entity = EntityKind.PartnerGroup, Source = source, Outcome = Outcome.Unchanged, TargetId = id }
                : new StepLine(Adoption.Of(EntityKind.PartnerGroup, source, id, $"a group named '{draft.Name}' exists"));
        }

        return new StepLine(Create(state, draft.Name, source));
    }

    private static CreateGroup Create(PlanState state, string name, string? source)
    {
        var step = state.Operations.Declare(
            new CreateGroup
            {
                Id = StepIds.Of(EntityKind.PartnerGroup, name, "create"),
                Entity = EntityKind.PartnerGroup,
                Source = source,
                Counts = source is null ? null : Outcome.Created,
                Channel = StepChannel.Api,
                Class = default,
                Reversibility = default,
                Draft = new PartnerGroupDraft(name),
            },
            WriteVerb.Create);
        state.GroupRefs[name] = TargetRef.Of(step.Id);
        return step;
    }
}
