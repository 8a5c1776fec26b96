using Bridge.Engine.Mapping;
using Bridge.Engine.Validation;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>
/// A mapping whose every answer is checked: it is about the record that was asked for, it is a value or an exclusion and
/// never both or neither, the exclusion is filed under the outcome of its reason, and the findings are this record's own, each
/// once, those that exclude together with the exclusion.
/// </summary>
/// <param name="inner">Mapping.</param>
internal sealed class AccountedMapping(IProgramMapping inner) : IProgramMapping
{
    public string Hash => inner.Hash;

    public Mapped<PartnerGroupDraft> MapGroup(PartnerGroup source) => Check(inner.MapGroup(source), EntityKind.PartnerGroup, source.Id.Value);

    public Mapped<DesiredPartner> MapPartner(Partner source) => Check(inner.MapPartner(source), EntityKind.Partner, source.Id.Value);

    public Mapped<DesiredContract> MapContract(Contract source) => Check(inner.MapContract(source), EntityKind.Contract, source.Id.Value);

    public int PrecedenceOf(Contract source) => inner.PrecedenceOf(source);

    public Mapped<DesiredLink> MapLink(TrackingLink source) => Check(inner.MapLink(source), EntityKind.TrackingLink, source.Id.Value);

    public Mapped<DesiredPromoCode> MapPromoCode(PromoCode source) => Check(inner.MapPromoCode(source), EntityKind.PromoCode, source.Id.Value);

    private static Mapped<T> Check<T>(Mapped<T> mapped, EntityKind entity, string key)
        where T : class
    {
        if (Problem(mapped, entity, key) is { } problem)
        {
            throw new ConservationException($"{EntityNames.Of(entity)} '{key}' {problem}");
        }

        return mapped;
    }

    private static string? Problem<T>(Mapped<T> mapped, EntityKind entity, string key)
        where T : class
    {
        if (mapped.Entity != entity || !string.Equals(mapped.Subject, key, StringComparison.Ordinal))
        {
            return $"was mapped, and the answer is about {EntityNames.Of(mapped.Entity)} '{mapped.Subject}'.";
        }

        var problem = (mapped.Value, mapped.Exclusion) switch
        {
            (null, null) => "was lost in mapping: it neither moves nor stays.",
            (not null, { } both) => $"was doubled in mapping: it moves and stays ({both.Reason}).",
            (null, { Outcome: not (Outcome.Skipped or Outcome.Blocked or Outcome.Manual) } foreign) => $"stays ({foreign.Reason}) and is filed as {foreign.Outcome}.",
            (null, { } exclusion) when OutcomeReasons.Of(exclusion.Reason) is { } proper && proper != exclusion.Outcome =>
                $"stays for {exclusion.Reason}, which counts as {proper}, and is filed as {exclusion.Outcome}.",
            _ => null,
        };
        return problem ?? FindingProblem(mapped.Findings, mapped.Exclusion, entity, key);
    }

    private static string? FindingProblem(IReadOnlyCollection<Finding> findings, Exclusion? exclusion, EntityKind entity, string key)
    {
        if (findings.Count == 0 && exclusion is null)
        {
            return null;
        }

        if (findings.FirstOrDefault(finding => finding.Entity != entity || !string.Equals(finding.Subject, key, StringComparison.Ordinal)) is { } foreign)
        {
            return $"was validated, and finding {foreign.Code} is about '{foreign.Subject}'.";
        }

        if (findings.FirstOrDefault(finding => FindingCatalogue.Knows(finding.Code) && FindingCatalogue.Of(finding.Code).Severity != finding.Severity) is { } misfiled)
        {
            return $"has finding {misfiled.Code} filed as {misfiled.Severity} instead of {FindingCatalogue.Of(misfiled.Code).Severity}.";
        }

        if (findings.GroupBy(finding => finding).FirstOrDefault(same => same.Count() > 1) is { } doubled)
        {
            return $"has finding {doubled.Key.Code} twice at {doubled.Key.Place ?? "the same place"}.";
        }

        if (exclusion is null)
        {
            return findings.FirstOrDefault(finding => finding.Severity >= Severity.Excluding) is { } excluding
                ? $"moves although finding {excluding.Code} excludes it."
                : null;
        }

        return OutcomeReasons.FindingOf(exclusion.Reason) is { } code && findings.All(finding => finding.Code != code)
            ? $"is excluded for {exclusion.Reason}, and its finding {code} is lost."
            : null;
    }
}
