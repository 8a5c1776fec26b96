using Bridge.Engine.Validation;
using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Engine.Planning;

/// <summary>Findings of validation that stand in a plan ahead of the record they are about: held until that record comes, and compared with it.</summary>
internal sealed class PendingFindings
{
    private readonly List<Finding> pending = [];

    /// <summary>A finding passes. Those of snapshots and connectors, and those about no record, are told elsewhere.</summary>
    /// <exception cref="ConservationException">It passes twice.</exception>
    public void Add(Finding finding)
    {
        if (finding is not { Entity: EntityKind.PartnerGroup or EntityKind.Partner or EntityKind.Contract or EntityKind.TrackingLink or EntityKind.PromoCode, Subject: not null }
            || !FindingCatalogue.Knows(finding.Code))
        {
            return;
        }

        if (FindingCatalogue.Of(finding.Code).Severity is var proper && proper != finding.Severity)
        {
            throw new ConservationException($"{EntityNames.Of(finding.Entity.Value)} '{finding.Subject}' has finding {finding.Code} filed as {finding.Severity} instead of {proper}.");
        }

        if (pending.Contains(finding))
        {
            throw new ConservationException($"{EntityNames.Of(finding.Entity.Value)} '{finding.Subject}' has finding {finding.Code} twice.");
        }

        pending.Add(finding);
    }

    /// <summary>The record comes.</summary>
    /// <param name="entity">Its entity.</param>
    /// <param name="source">Its key.</param>
    /// <param name="reason">Why it is blocked; null when it is not.</param>
    /// <exception cref="ConservationException">A finding before it is about another record, or the one that blocks it is not there.</exception>
    public void Settle(EntityKind entity, string source, string? reason)
    {
        if (pending.Find(finding => finding.Entity != entity || !string.Equals(finding.Subject, source, StringComparison.Ordinal)) is { } foreign)
        {
            throw new ConservationException($"{EntityNames.Of(entity)} '{source}' comes with finding {foreign.Code} about {EntityNames.Of(foreign.Entity!.Value)} '{foreign.Subject}'.");
        }

        if (reason is not null && OutcomeReasons.FindingOf(reason) is { } code && pending.TrueForAll(finding => finding.Code != code))
        {
            throw new ConservationException($"{EntityNames.Of(entity)} '{source}' is blocked for {reason}, and its finding {code} is lost.");
        }

        pending.Clear();
    }
}
