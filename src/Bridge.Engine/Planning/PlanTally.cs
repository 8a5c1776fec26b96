using Bridge.Engine.Mapping.Profiles;
using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Planning;

/// <summary>
/// Counts the lines of a plan as they pass. Extracted records and outcomes are counted apart, at different places, so that a
/// record that is lost or doubled between them breaks the equation.
/// </summary>
/// <param name="onLoss">What losses do, by the profile; null when each must be accepted by name.</param>
public sealed class PlanTally(LossPolicy? onLoss = null)
{
    private static readonly EntityKind[] Accounted =
        [EntityKind.PartnerGroup, EntityKind.Partner, EntityKind.Contract, EntityKind.TrackingLink, EntityKind.PromoCode];

    private readonly Dictionary<EntityKind, EntityTotals> entities = Accounted.ToDictionary(kind => kind, kind => new EntityTotals { Entity = kind });
    private readonly SortedDictionary<string, long> kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> channels = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> reversibility = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> irreversible = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> notifications = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> losses = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> lossesToAccept = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> reasons = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> findings = new(StringComparer.Ordinal);
    private readonly Dictionary<EntityKind, string> open = [];
    private readonly Dictionary<EntityKind, string> decided = [];
    private long steps;
    private long writeCalls;
    private long lookups;

    /// <summary>A record of the source snapshot was taken up under its key: the next outcome of its entity must be its own.</summary>
    /// <exception cref="ConservationException">The record before it got no outcome.</exception>
    public void TakeUp(EntityKind entity, string source)
    {
        RequireDecided(entity);
        open[entity] = source;
        Extracted(entity);
    }

    /// <summary>All records were taken up.</summary>
    /// <exception cref="ConservationException">The last record of an entity got no outcome.</exception>
    public void Close()
    {
        foreach (var entity in open.Keys.ToList())
        {
            RequireDecided(entity);
        }
    }

    /// <summary>A record of the source snapshot was taken up; its key is not followed.</summary>
    public void Extracted(EntityKind entity) => entities[entity] = entities[entity] with { Extracted = entities[entity].Extracted + 1 };

    /// <summary>A line was written.</summary>
    public void Count(PlanLine line)
    {
        switch (line)
        {
            case StepLine { Step: var step }:
                CountStep(step);
                break;
            case OutcomeLine outcome:
                CountOutcome(outcome.Entity, outcome.Source, outcome.Outcome);
                if (outcome.Reason is not null)
                {
                    Add(reasons, $"{EntityNames.Of(outcome.Entity)} {Name(outcome.Outcome)} {outcome.Reason}");
                }

                break;
            case FindingLine { Finding: var finding }:
                Add(findings, Name(finding.Severity));
                break;
        }
    }

    /// <summary>The sums.</summary>
    public PlanTotals Totals() => new()
    {
        Steps = steps,
        Entities = Accounted.Select(kind => entities[kind]).ToValueList(),
        Kinds = List(kinds),
        Channels = List(channels),
        Reversibility = List(reversibility),
        Irreversible = List(irreversible),
        Notifications = List(notifications),
        Losses = List(losses),
        LossesToAccept = List(lossesToAccept),
        Reasons = List(reasons),
        Findings = List(findings),
        WriteCalls = writeCalls,
        ReadCalls = lookups,
    };

    private void CountStep(PlanStep step)
    {
        steps++;
        var kind = StepNames.Of(step);
        Add(kinds, kind);
        Add(channels, Name(step.Channel));
        Add(reversibility, Name(step.Reversibility));
        if (step.Reversibility == Reversibility.Irreversible)
        {
            Add(irreversible, kind);
        }

        if (step.SideEffect is not null)
        {
            Add(notifications, kind);
        }

        foreach (var loss in step.Losses)
        {
            CountLoss(step, loss.Code);
        }

        if (step.Channel == StepChannel.Api)
        {
            writeCalls++;
            lookups += step.Class is OperationClass.Probeable or OperationClass.Declarative ? 1 : 0;
        }

        if (step.Source is not null)
        {
            CountOutcome(step.Entity, step.Source, step.Counts ?? throw new InvalidOperationException($"Step '{step.Id}' decides about a record and does not say as what."));
        }
    }

    private void CountLoss(PlanStep step, string code)
    {
        Add(losses, code);
        switch (onLoss?.ActionOn(code) ?? LossAction.RequireApproval)
        {
            case LossAction.Accept:
                break;
            case LossAction.RequireApproval:
                Add(lossesToAccept, code);
                break;
            default:
                throw new ConservationException($"{EntityNames.Of(step.Entity)} '{step.Source}' moves although the profile lets nothing move with the loss {code}.");
        }
    }

    private void CountOutcome(EntityKind entity, string source, Outcome outcome)
    {
        if (open.Remove(entity, out var taken))
        {
            if (!string.Equals(taken, source, StringComparison.Ordinal))
            {
                throw new ConservationException($"{EntityNames.Of(entity)} '{source}' got an outcome where '{taken}' was taken up.");
            }

            decided[entity] = source;
        }
        else if (decided.TryGetValue(entity, out var last))
        {
            throw new ConservationException($"{EntityNames.Of(entity)} '{source}' got an outcome where none was taken up; the one before was '{last}'.");
        }

        entities[entity] = entities[entity].With(outcome);
    }

    private void RequireDecided(EntityKind entity)
    {
        if (open.TryGetValue(entity, out var lost))
        {
            throw new ConservationException($"{EntityNames.Of(entity)} '{lost}' was taken up and got no outcome.");
        }
    }

    private static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void Add(SortedDictionary<string, long> counts, string name) =>
        counts[name] = counts.TryGetValue(name, out var count) ? count + 1 : 1;

    private static ValueList<NamedCount> List(SortedDictionary<string, long> counts) =>
        counts.Select(count => new NamedCount(count.Key, count.Value)).ToValueList();
}
