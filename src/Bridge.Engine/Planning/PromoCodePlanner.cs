using System.Runtime.CompilerServices;
using Bridge.Engine.Mapping;
using Bridge.Model.Identity;
using Bridge.Model.Promotions;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Plans promo codes and the deals they are kept under.</summary>
internal static class PromoCodePlanner
{
    /// <summary>Makes the deals that codes in scope name and the target does not have; there are as many as distinct names.</summary>
    public static async IAsyncEnumerable<PlanLine> PlanDealsAsync(PlanState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var deals = new SortedDictionary<string, DesiredPromoCode>(StringComparer.OrdinalIgnoreCase);
        await foreach (var (code, _, _) in state.Inputs.Source.ReadAsync(RecordCodecs.PromoCode, cancellationToken))
        {
            var mapped = state.Mapping.MapPromoCode(code);
            if (mapped.Value?.DealName is { } name && Moves(state, code, mapped)
                && state.CrossRecord.Check(code, mapped.Value) is null)
            {
                deals.TryAdd(name, mapped.Value);
            }
        }

        foreach (var (name, desired) in deals)
        {
            if (state.Target.DealsByName.TryGetValue(name, out var id))
            {
                state.DealRefs[name] = TargetRef.Known(id);
                continue;
            }

            var step = state.Operations.Declare(
                new CreateDeal
                {
                    Id = StepIds.Of(EntityKind.Deal, name, "create"),
                    Entity = EntityKind.Deal,
                    Channel = StepChannel.Api,
                    Class = default,
                    Reversibility = default,
                    Draft = new DealDraft { Name = name, Discount = desired.Discount, StartsAt = desired.StartsAt, EndsAt = desired.EndsAt },
                },
                WriteVerb.Create);
            state.DealRefs[name] = TargetRef.Of(step.Id);
            yield return new StepLine(step);
        }
    }

    public static async IAsyncEnumerable<PlanLine> PlanAsync(PlanState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (code, _, _) in state.Inputs.Source.ReadAsync(RecordCodecs.PromoCode, cancellationToken))
        {
            state.Tally.TakeUp(EntityKind.PromoCode, code.Id.Value);
            var key = code.Id.Value;
            var mapped = state.Mapping.MapPromoCode(code);
            var excluded = !state.Moves(EntityKind.PromoCode, key, mapped);
            if (!excluded && state.FollowPartner(EntityKind.PromoCode, key, code.Owner?.Value) is { } follows)
            {
                yield return follows.About(code);
                continue;
            }

            foreach (var line in state.Judge(EntityKind.PromoCode, key, mapped))
            {
                yield return line.About(code);
            }

            if (excluded)
            {
                continue;
            }

            if (state.CrossRecord.Check(code, mapped.Value!) is { } clash)
            {
                yield return new FindingLine(clash);
                yield return PlanState.Outcome(EntityKind.PromoCode, key, Outcome.Blocked, "CodeClaimedTwice", "Several partners of the source claim this code; settle who owns it.").About(code);
                continue;
            }

            yield return PlanCode(state, code, mapped).About(code);
        }
    }

    /// <summary>First look at every code, for the rules that need to see several.</summary>
    public static async Task ObserveAsync(PlanState state, CancellationToken cancellationToken)
    {
        await foreach (var (code, _, _) in state.Inputs.Source.ReadAsync(RecordCodecs.PromoCode, cancellationToken))
        {
            var mapped = state.Mapping.MapPromoCode(code);
            if (Moves(state, code, mapped))
            {
                state.CrossRecord.Observe(code, mapped.Value!);
            }
        }

        state.CrossRecord.Seal();
    }

    private static bool Moves(PlanState state, PromoCode code, Mapped<DesiredPromoCode> mapped) =>
        state.Moves(EntityKind.PromoCode, code.Id.Value, mapped)
        && state.FollowPartner(EntityKind.PromoCode, code.Id.Value, code.Owner?.Value) is null;

    private static PlanLine PlanCode(PlanState state, PromoCode code, Mapped<DesiredPromoCode> mapped)
    {
        var key = code.Id.Value;
        var desired = mapped.Value!;
        var standing = state.Partners.Of(code.Owner!.Value.Value);
        var existing = state.Target.CodesOf(desired.Code);
        if (existing.Count > 0)
        {
            var own = existing.FirstOrDefault(found => found.Owner is not null && found.Owner == standing.Target!.Value.Id);
            if (own.Id is null)
            {
                return PlanState.Outcome(EntityKind.PromoCode, key, Outcome.Blocked, "CodeOwnedByOther", $"On the target code '{desired.Code}' credits another partner; settle who owns it.");
            }

            return state.Row(EntityKind.PromoCode, key) is { Kept: false } row && row.Target == own.Id
                ? new OutcomeLine { Entity = EntityKind.PromoCode, Source = key, Outcome = Outcome.Unchanged, TargetId = own.Id }
                : new StepLine(Adoption.Of(EntityKind.PromoCode, key, own.Id, "the code exists and credits this partner") with { Losses = mapped.Losses });
        }

        if (state.Row(EntityKind.PromoCode, key) is { Kept: false } made && state.Target.RanOut(made.Target, desired.EndsAt))
        {
            return new OutcomeLine { Entity = EntityKind.PromoCode, Source = key, Outcome = Outcome.Unchanged, TargetId = made.Target };
        }

        var deal = desired.DealName is { } name ? state.DealRefs[name] : (TargetRef?)null;
        return new StepLine(state.Operations.Declare(
            new CreatePromoCode
            {
                Id = StepIds.Of(EntityKind.PromoCode, key, "create"),
                Entity = EntityKind.PromoCode,
                Source = key,
                Counts = Outcome.Created,
                Channel = StepChannel.Api,
                Class = default,
                Reversibility = default,
                DependsOn = [.. new[] { standing.ReadyAfter, deal?.Step }.OfType<string>().Order(StringComparer.Ordinal)],
                Losses = mapped.Losses,
                Why = mapped.Why,
                Draft = new PromoCodeDraft
                {
                    Code = desired.Code,
                    Owner = standing.Target!.Value,
                    CreditPolicy = desired.CreditPolicy,
                    Deal = deal,
                    StartsAt = desired.StartsAt,
                    EndsAt = desired.EndsAt,
                },
            },
            WriteVerb.Create));
    }
}
