using System.Security.Cryptography;
using System.Text;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Planning;
using Bridge.Engine.Validation;
using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Programs;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Mapping;

/// <summary>
/// A profile compiled for one target program: scope, transforms, term fitting, loss policy and rules in one pass for each
/// record. Pure and without memory, so records may come in any order and from any thread.
/// </summary>
public sealed class ProgramMapping : IProgramMapping
{
    /// <summary>Raised when the same profile begins to give other results, so that older plans count as stale.</summary>
    private const int Version = 1;

    private readonly LossPolicy onLoss;
    private readonly GroupMapper groups;
    private readonly PartnerMapper partners;
    private readonly ContractMapper contracts;
    private readonly TrackingLinkMapper links;
    private readonly PromoCodeMapper codes;
    private readonly RuleSet<Partner, DesiredPartner> partnerRules;
    private readonly RuleSet<Contract, DesiredContract> contractRules;
    private readonly RuleSet<TrackingLink, DesiredLink> linkRules;
    private readonly RuleSet<PromoCode, DesiredPromoCode> codeRules;

    /// <summary>Compiles a profile.</summary>
    /// <param name="profile">Checked profile.</param>
    /// <param name="target">Target rail.</param>
    /// <param name="program">Program on the target, as its snapshot shows it.</param>
    /// <param name="sourceGroups">Partner groups of the source, for scope and promotion methods by group name. As many as people keep by hand.</param>
    /// <param name="withheld">Ways in that are off although the profile names them, because nobody allowed them; null for none.</param>
    public ProgramMapping(MappingProfile profile, RailDescriptor target, Program program, IEnumerable<PartnerGroup> sourceGroups, IReadOnlySet<PartnerEntry>? withheld = null)
    {
        var definition = profile.Definition;
        var context = new RuleContext(definition, target, program);
        var names = sourceGroups.GroupBy(group => group.Id.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Name, StringComparer.Ordinal);
        Profile = profile;
        Hash = HashOf(profile);
        onLoss = definition.OnLoss;
        groups = new GroupMapper(definition.Partners.Groups);
        partners = new PartnerMapper(definition, names, withheld ?? new HashSet<PartnerEntry>());
        contracts = new ContractMapper(definition, target.Capabilities.Terms);
        links = new TrackingLinkMapper(definition, target.Capabilities);
        codes = new PromoCodeMapper(definition);
        partnerRules = new RuleSet<Partner, DesiredPartner>(EntityKind.Partner, context);
        contractRules = new RuleSet<Contract, DesiredContract>(EntityKind.Contract, context);
        linkRules = new RuleSet<TrackingLink, DesiredLink>(EntityKind.TrackingLink, context);
        codeRules = new RuleSet<PromoCode, DesiredPromoCode>(EntityKind.PromoCode, context);
        ProgramFindings = RuleScan.Find<IProgramRule>()
            .OrderBy(rule => rule.Definition.Code, StringComparer.Ordinal)
            .SelectMany(rule => rule.Check(context).Select(breach => breach.ToFinding(rule.Definition, EntityKind.Program, program.Id.Value)))
            .ToValueList();
    }

    /// <summary>The profile.</summary>
    public MappingProfile Profile { get; }

    /// <inheritdoc />
    public string Hash { get; }

    /// <summary>Problems of the pair of programs, to be put on every plan.</summary>
    public ValueList<Finding> ProgramFindings { get; }

    /// <inheritdoc />
    public Mapped<PartnerGroupDraft> MapGroup(PartnerGroup source)
    {
        var notes = new MappingNotes(EntityKind.PartnerGroup, source.Id.Value);
        return Conclude(groups.Map(source, notes), notes);
    }

    /// <inheritdoc />
    public Mapped<DesiredPartner> MapPartner(Partner source)
    {
        var notes = new MappingNotes(EntityKind.Partner, source.Id.Value);
        return Conclude(source, partners.Map(source, notes), partnerRules, notes);
    }

    /// <inheritdoc />
    public Mapped<DesiredContract> MapContract(Contract source)
    {
        var notes = new MappingNotes(EntityKind.Contract, source.Id.Value);
        return Conclude(source, contracts.Map(source, notes), contractRules, notes);
    }

    /// <inheritdoc />
    public int PrecedenceOf(Contract source) => contracts.PrecedenceOf(source);

    /// <inheritdoc />
    public Mapped<DesiredLink> MapLink(TrackingLink source)
    {
        var notes = new MappingNotes(EntityKind.TrackingLink, source.Id.Value);
        return Conclude(source, links.Map(source, notes), linkRules, notes);
    }

    /// <inheritdoc />
    public Mapped<DesiredPromoCode> MapPromoCode(PromoCode source)
    {
        var notes = new MappingNotes(EntityKind.PromoCode, source.Id.Value);
        return Conclude(source, codes.Map(source, notes), codeRules, notes);
    }

    /// <summary>Hash of a profile together with the rules that are compiled into it.</summary>
    internal static string HashOf(MappingProfile profile)
    {
        var rules = string.Join(' ', FindingCatalogue.All.Select(definition => $"{definition.Code}:{definition.Severity}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Version}\n{profile.Hash}\n{rules}")));
    }

    private Mapped<TDesired> Conclude<TSource, TDesired>(TSource source, TDesired? desired, RuleSet<TSource, TDesired> rules, MappingNotes notes)
        where TDesired : class
    {
        if (desired is not null && notes.Exclusion is null)
        {
            rules.Check(notes.Subject, source, desired, notes.Findings);
        }

        return Conclude(desired, notes);
    }

    private Mapped<TDesired> Conclude<TDesired>(TDesired? desired, MappingNotes notes)
        where TDesired : class
    {
        if (notes.Exclusion is null)
        {
            foreach (var loss in notes.Losses.Where(loss => onLoss.ActionOn(loss.Code) == LossAction.Block))
            {
                notes.Report(MappingFindings.LossBlocks, loss.Path, null, $"{loss.Code}: {loss.Message}");
                notes.Exclude(Outcome.Blocked, loss.Code, loss.Message);
            }
        }

        if (notes.Findings.Find(finding => finding.Severity == Severity.Excluding) is { } excluding)
        {
            notes.Exclude(Outcome.Blocked, FindingCatalogue.Of(excluding.Code).Name, $"{excluding.Message} {excluding.Remedy}");
        }

        return new Mapped<TDesired>
        {
            Entity = notes.Entity,
            Subject = notes.Subject,
            Value = notes.Exclusion is null ? desired ?? throw new InvalidOperationException($"Record '{notes.Subject}' was neither mapped nor excluded.") : null,
            Exclusion = notes.Exclusion,
            Losses = notes.Losses.ToValueList(),
            Findings = notes.Findings.Distinct().ToValueList(),
            Why = notes.Why.Count == 0 ? null : string.Join("; ", notes.Why),
        };
    }
}
