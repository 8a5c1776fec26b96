using System.Runtime.CompilerServices;
using Bridge.Engine.Mapping;
using Bridge.Engine.Matching;
using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Plans partners: take over those that are on the target, bring in the others by the way that their facts allow.</summary>
internal static class PartnerPlanner
{
    /// <summary>First look at every partner: where it stands, which groups and templates it needs.</summary>
    public static async Task TakeStandingAsync(PlanState state, CancellationToken cancellationToken)
    {
        await foreach (var (partner, _, _) in state.Inputs.Source.ReadAsync(RecordCodecs.Partner, cancellationToken))
        {
            var decision = Decide(state, partner);
            var standing = state.Partners.Of(partner.Id.Value);
            if (decision.Excluded is { } exclusion)
            {
                standing.Exclude(exclusion.Outcome);
                continue;
            }

            standing.Move(decision.Match.TargetId, decision.Desired is { } wanted ? WayOf(wanted.Entry) : ContractWay.SwitchInPortal);
            if (decision.Match.TargetId is { } given && !state.Given.TryAdd(given, standing))
            {
                throw new ConservationException($"partners '{state.Given[given].Key}' and '{partner.Id.Value}' were both matched with '{given}' on the target.");
            }

            if (decision.Desired is null)
            {
                continue;
            }

            state.CrossRecord.Observe(partner, decision.Desired);
            if (MustNotBeMailed(state, partner, decision.Desired))
            {
                state.Unsubscribed.Add(partner.Id.Value);
            }

            foreach (var name in GroupNames(state, partner, decision.Desired))
            {
                state.GroupNames.Add(name);
            }

            if (standing.Leading is { TemplateKey: { } template })
            {
                await AddTemplateAsync(state, template, decision, cancellationToken);
            }
        }
    }

    public static async IAsyncEnumerable<PlanLine> PlanAsync(PlanState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (partner, _, _) in state.Inputs.Source.ReadAsync(RecordCodecs.Partner, cancellationToken))
        {
            state.Tally.TakeUp(EntityKind.Partner, partner.Id.Value);
            var decision = Decide(state, partner);
            RequireSame(state, partner, decision);
            foreach (var finding in decision.Mapped.Findings)
            {
                yield return new FindingLine(finding);
            }

            if (decision.Excluded is { } exclusion)
            {
                yield return PlanState.Outcome(EntityKind.Partner, partner.Id.Value, exclusion.Outcome, exclusion.Reason, exclusion.Message).About(partner);
                continue;
            }

            foreach (var finding in state.CrossRecord.Check(partner, decision.Desired!))
            {
                yield return new FindingLine(finding);
            }

            if (decision.Match.TargetId is null)
            {
                var create = Create(state, partner, decision);
                yield return new StepLine(create).About(partner);
                foreach (var join in JoinAfter(state, partner, create))
                {
                    yield return new StepLine(join).About(partner);
                }

                continue;
            }

            var target = await state.Inputs.Target.ReadAtAsync(RecordCodecs.Partner, decision.Match.Location!.Value, cancellationToken);
            if (target.Id.Value != decision.Match.TargetId)
            {
                throw new ConservationException($"partners '{partner.Id.Value}' was matched with '{decision.Match.TargetId}' on the target, but '{target.Id.Value}' rests at the place that came with it.");
            }

            foreach (var line in TakeOver(state, partner, decision, target))
            {
                yield return line.About(partner);
            }
        }
    }

    /// <summary>The second look must come to what the first did: contracts, links and codes rest on it.</summary>
    private static void RequireSame(PlanState state, Partner partner, PartnerDecision decision)
    {
        if (state.Partners.Find(partner.Id.Value) is not { Known: true } standing)
        {
            throw new ConservationException($"partners '{partner.Id.Value}' was not there at the first look.");
        }

        if (standing.Target != decision.Target || standing.Excluded != decision.Excluded?.Outcome)
        {
            throw new ConservationException(
                $"partners '{partner.Id.Value}' stood as {Standing(standing.Target, standing.Excluded)} at the first look and stands as {Standing(decision.Target, decision.Excluded?.Outcome)} at the second.");
        }
    }

    private static string Standing(TargetRef? target, Outcome? excluded) => excluded?.ToString() ?? $"'{target}'";

    private static PartnerDecision Decide(PlanState state, Partner partner)
    {
        var key = partner.Id.Value;
        var mapped = state.Mapping.MapPartner(partner);
        var match = new PartnerMatch { Source = key, Kind = MatchKind.None };
        Exclusion? excluded = null;
        if (state.ExcludedBySnapshot.Contains((EntityKind.Partner, key)))
        {
            excluded = new Exclusion(Outcome.Blocked, "SourceConflict", "The source says two different things about this partner; correct the export.");
        }
        else if (state.Inputs.Erased.Contains(key))
        {
            excluded = new Exclusion(Outcome.Blocked, "PartnerErased", "Its people were erased, so it does not move; 'bridge erase --lift' lifts that.");
        }
        else if (mapped.Exclusion is not null)
        {
            excluded = mapped.Exclusion;
        }
        else
        {
            match = state.Matcher.Match(partner);
            excluded = match.Kind switch
            {
                MatchKind.Ambiguous => new Exclusion(Outcome.Manual, "AmbiguousMatch", $"{match.Evidence} A reviewer decides in the overrides file: {string.Join(", ", match.Candidates)}, or 'new'."),
                MatchKind.DeclaredSkip => new Exclusion(Outcome.Skipped, "DeclaredSkip", "The overrides file says that it does not move."),
                MatchKind.Matched or MatchKind.None when state.Inputs.Declined.Contains(key) && match.Strategy != "override" =>
                    new Exclusion(Outcome.Blocked, "PartnerDeclined", "The partner declined in an earlier run and is not asked again; write a line into the overrides file to ask once more."),
                MatchKind.Matched => null,
                _ => CannotEnter(state, partner, mapped.Value!),
            };
        }

        return new PartnerDecision
        {
            Mapped = mapped,
            Match = match,
            Excluded = excluded,
            Target = excluded is not null ? null
                : match.TargetId is { } id ? TargetRef.Known(id)
                : TargetRef.Of(StepIds.Of(EntityKind.Partner, key, "create")),
        };
    }

    /// <summary>True when the person that a mail would go to does not want it, and nobody recorded that it may go out.</summary>
    private static bool MustNotBeMailed(PlanState state, Partner partner, DesiredPartner desired) =>
        (desired.Contact is { Unsubscribed: true } || state.Inputs.OptOut.Names(partner)) && !state.Inputs.Authorities.MayMail(partner.Id.Value);

    private static Exclusion? CannotEnter(PlanState state, Partner partner, DesiredPartner desired)
    {
        var key = partner.Id.Value;
        if (state.Partners.Find(key)?.Leading is not { } leading)
        {
            return new Exclusion(Outcome.Blocked, "NoContract", "No offer is assigned to it, and none is ever guessed; complete the offer assignments.");
        }

        if (leading.TemplateKey is null)
        {
            return new Exclusion(Outcome.Blocked, "LeadingContractBlocked", $"Its leading contract '{leading.Key}' cannot move, and it must not move on the rates of another one; settle what blocks that contract.");
        }

        var channel = ChannelOf(desired.Entry);
        if (state.Operations.Mails(EntityKind.Partner, WriteVerb.Create, channel) && MustNotBeMailed(state, partner, desired))
        {
            return new Exclusion(Outcome.Manual, "ContactUnsubscribed", $"Its contact unsubscribed, and {state.Inputs.TargetRail.DisplayName} mails who is brought in. Ask the partner by another way; then record it with 'bridge authority record mail-unsubscribed --partner {key}', or have the partner apply by itself.");
        }

        return state.Operations.Offers(EntityKind.Partner, WriteVerb.Create, channel)
            ? null
            : new Exclusion(Outcome.Blocked, "EntryNotOffered", $"{state.Inputs.TargetRail.DisplayName} does not take partners in by {desired.Entry}.");
    }

    private static ContractWay WayOf(PartnerEntry entry) => entry switch
    {
        PartnerEntry.CreateDirectly => ContractWay.CreateDirectly,
        PartnerEntry.ImportFile => ContractWay.ImportFile,
        PartnerEntry.ProspectFile => ContractWay.ProspectFile,
        _ => ContractWay.InviteInPortal,
    };

    private static StepChannel ChannelOf(PartnerEntry entry) => entry switch
    {
        PartnerEntry.CreateDirectly => StepChannel.Api,
        PartnerEntry.ImportFile or PartnerEntry.ProspectFile => StepChannel.FilePack,
        PartnerEntry.InviteInPortal => StepChannel.WorkItem,
        _ => StepChannel.None,
    };

    private static async Task AddTemplateAsync(PlanState state, string key, PartnerDecision decision, CancellationToken cancellationToken)
    {
        var desired = state.Desired[key];
        if (decision.Match.TargetId is { } id && await ContractPlanner.FindEqualAsync(state, id, desired.Terms, cancellationToken) is { } equal)
        {
            // A contract in force that was made from the template proves it: that is what the canary would show.
            if (equal is { Status: Model.Contracts.ContractStatus.Active, TemplateId: { } made })
            {
                state.EqualContracts.TryAdd((key, made), equal.Id.Value);
            }

            return;
        }

        state.Templates.TryAdd(key, desired);
        state.TemplateRefs.TryAdd(key, TemplatePlanner.Resolve(state, key, desired.TemplateId));
    }

    private static IEnumerable<string> GroupNames(PlanState state, Partner partner, DesiredPartner desired) =>
        partner.Groups
            .Select(group => state.GroupNameById.GetValueOrDefault(group.Value))
            .OfType<string>()
            .Concat(desired.GroupNames)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase);

    private static CreatePartner Create(PlanState state, Partner partner, PartnerDecision decision)
    {
        var desired = decision.Desired!;
        var template = state.TemplateRefs[state.Partners.Of(partner.Id.Value).Leading!.Value.TemplateKey!];
        var names = GroupNames(state, partner, desired).ToValueList();
        var groups = names.Select(name => state.GroupRefs[name]).ToValueList();
        if (ChannelOf(desired.Entry) == StepChannel.Api)
        {
            // Joined by a call of its own, which a rollback can take back while the account stays.
            (names, groups) = ([], []);
        }

        return state.Operations.Declare(
            new CreatePartner
            {
                Id = StepIds.Of(EntityKind.Partner, partner.Id.Value, "create"),
                Entity = EntityKind.Partner,
                Source = partner.Id.Value,
                Counts = Outcome.Created,
                Channel = ChannelOf(desired.Entry),
                Class = default,
                Reversibility = default,
                DependsOn = groups.Append(template).Select(reference => reference.Step).OfType<string>().Order(StringComparer.Ordinal).ToValueList(),
                Losses = decision.Mapped.Losses,
                Why = decision.Match.Kind == MatchKind.DeclaredNew ? "the overrides file says that it is new" : "no partner on the target matches",
                Entry = desired.Entry,
                TemplateKey = state.Partners.Of(partner.Id.Value).Leading!.Value.TemplateKey,
                Draft = new PartnerDraft
                {
                    Name = desired.Name,
                    Website = desired.Website,
                    Contact = desired.Contact,
                    Address = desired.Address,
                    PromotionMethod = desired.PromotionMethod,
                    Currency = desired.Currency,
                    Template = template,
                    Groups = groups,
                    GroupNames = names,
                    References = desired.References,
                },
            },
            WriteVerb.Create);
    }

    private static IEnumerable<JoinGroup> JoinAfter(PlanState state, Partner partner, CreatePartner create)
    {
        if (create.Channel != StepChannel.Api)
        {
            yield break;
        }

        foreach (var name in GroupNames(state, partner, state.Mapping.MapPartner(partner).Value!))
        {
            var group = state.GroupRefs[name];
            string?[] parents = [create.Id, group.Step];
            yield return state.Operations.Declare(
                new JoinGroup
                {
                    Id = StepIds.Of(EntityKind.PartnerGroup, name, $"join-{Uri.EscapeDataString(partner.Id.Value)}"),
                    Entity = EntityKind.PartnerGroup,
                    Channel = StepChannel.Api,
                    Class = default,
                    Reversibility = default,
                    DependsOn = [.. parents.OfType<string>().Order(StringComparer.Ordinal)],
                    Membership = new GroupMembership { Group = group, GroupName = name, Partners = [TargetRef.Of(create.Id)] },
                    Why = "the partner keeps its group",
                },
                WriteVerb.AddMembers);
        }
    }

    private static IEnumerable<PlanLine> TakeOver(PlanState state, Partner partner, PartnerDecision decision, Partner target)
    {
        var key = partner.Id.Value;
        var id = decision.Match.TargetId!;
        var ours = state.Row(EntityKind.Partner, key) is { Kept: false } row && row.Target == id;
        var amendment = PartnerReferences.Amend(decision.Desired!, target, out var findings);
        foreach (var finding in findings)
        {
            yield return new FindingLine(finding with { Entity = EntityKind.Partner, Subject = key });
        }

        if (!ours)
        {
            yield return new StepLine(Adoption.Of(EntityKind.Partner, key, id, $"{decision.Match.Strategy}: {decision.Match.Evidence}") with { Losses = decision.Mapped.Losses });
        }
        else if (amendment is null)
        {
            yield return new OutcomeLine { Entity = EntityKind.Partner, Source = key, Outcome = Outcome.Unchanged, TargetId = id };
        }

        if (amendment is not null)
        {
            yield return new StepLine(state.Operations.Declare(
                new AmendPartner
                {
                    Id = StepIds.Of(EntityKind.Partner, key, "amend"),
                    Entity = EntityKind.Partner,
                    Source = ours ? key : null,
                    Counts = ours ? Outcome.Updated : null,
                    Channel = StepChannel.Api,
                    Class = default,
                    Reversibility = default,
                    DependsOn = ours ? [] : [StepIds.Of(EntityKind.Partner, key, "adopt")],
                    Amendment = amendment,
                    Why = "the partner's ids on the source are kept on the target, so that both can be told to be one",
                },
                WriteVerb.Amend));
        }

        foreach (var name in GroupNames(state, partner, decision.Desired!))
        {
            if (state.GroupRefs[name].Id is { } group && target.Groups.Contains(new PartnerGroupId(group)))
            {
                continue;
            }

            if (!state.Joins.TryGetValue(name, out var members))
            {
                state.Joins[name] = members = [];
            }

            members.Add(TargetRef.Known(id));
        }
    }
}
