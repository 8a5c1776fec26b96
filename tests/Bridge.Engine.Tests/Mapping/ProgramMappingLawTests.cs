using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Engine.Tests.Mapping;

public sealed class ProgramMappingLawTests
{
    private static readonly ProgramMapping Mapping = Given.Mapping();

    private static readonly Gen<Partner> Partners =
        from sid in Gen.Choose(1, 999)
        from email in Gen.Choose(0, 5)
        from status in Gen.Elements(Enum.GetValues<PartnerStatus>())
        from url in Gen.Elements("https://a.example", "b.example", "not a url", "")
        select Given.Partner(sid.ToString(System.Globalization.CultureInfo.InvariantCulture), email == 0 ? null : email) with { Status = status, WebProperties = [new WebProperty(url)] };

    private static readonly Gen<Contract> Contracts =
        from percent in Gen.Choose(-5, 120)
        from decimals in Gen.Choose(0, 999)
        from basis in Gen.Elements(Enum.GetValues<TierBasis>())
        from mode in Gen.Elements(Enum.GetValues<TierMode>())
        from field in Gen.Elements(Enum.GetValues<ScopeField>())
        from status in Gen.Elements(Enum.GetValues<ContractStatus>())
        let contract = Given.Contract(
            Given.Percent(percent + (decimals / 1000m)),
            Given.Tiers(basis, mode: mode),
            Given.Percent(3, new ScopeCondition { Field = field, Values = ["x"] }))
        select contract with { Status = status };

    private static readonly Gen<TrackingLink> Links =
        from kind in Gen.Elements(Enum.GetValues<LinkKind>())
        from destination in Gen.Elements(null, "", "x", "https://www.acme.example/a", "www.acme.example", "https%3A%2F%2Facme.example", "https://evil.example")
        from length in Gen.Choose(0, 400)
        from name in Gen.Elements("u1", "subid", "other")
        select Given.Link(kind, destination, new SubId(name, new string('s', length)));

    [Fact]
    public void Every_partner_is_mapped_or_excluded_and_never_both() => Check.QuickThrowOnFailure(
        Prop.ForAll(Partners.ToArbitrary(), partner => IsOneOfTwo(Mapping.MapPartner(partner))));

    [Fact]
    public void Every_contract_is_mapped_or_excluded_and_never_both() => Check.QuickThrowOnFailure(
        Prop.ForAll(Contracts.ToArbitrary(), contract => IsOneOfTwo(Mapping.MapContract(contract))));

    [Fact]
    public void Every_link_is_mapped_or_excluded_and_never_both() => Check.QuickThrowOnFailure(
        Prop.ForAll(Links.ToArbitrary(), link => IsOneOfTwo(Mapping.MapLink(link))));

    [Fact]
    public void Mapped_contracts_hold_only_what_the_target_can_hold() => Check.QuickThrowOnFailure(Prop.ForAll(Contracts.ToArbitrary(), contract =>
    {
        var target = Given.Target.Capabilities.Terms;
        return Mapping.MapContract(contract).Value is not { } desired || desired.Terms.Terms.All(term =>
            term.Scope.Conditions.All(condition => target.ScopeFields.Contains(condition.Field))
            && (term is not Tiered tiered || (target.TierBases.Contains(tiered.Basis) && target.TierModes.Contains(tiered.Mode)))
            && (term is not PercentOfSale percent || decimal.Round(percent.Rate.ToPercent(), target.PercentDecimals) == percent.Rate.ToPercent()));
    }));

    [Fact]
    public void Order_and_company_do_not_change_what_a_record_becomes() => Check.QuickThrowOnFailure(
        Prop.ForAll(Partners.ListOf().ToArbitrary(), ArbMap.Default.ArbFor<int>(), (partners, seed) =>
        {
            var shuffled = partners.ToArray();
            new Random(seed).Shuffle(shuffled);
            var other = Given.Mapping();

            var there = new Dictionary<object, Mapped<DesiredPartner>>(ReferenceEqualityComparer.Instance);
            foreach (var partner in partners)
            {
                there[partner] = Mapping.MapPartner(partner);
            }

            return shuffled.All(partner => other.MapPartner(partner).Equals(there[partner]));
        }));

    [Fact]
    public void The_hash_names_profile_and_rules()
    {
        Given.Mapping().Hash.Should().Be(Mapping.Hash).And.NotBe(Mapping.Profile.Hash);
        Given.Mapping(("version: 1", "version: 2")).Hash.Should().NotBe(Mapping.Hash);
    }

    private static bool IsOneOfTwo<T>(Mapped<T> mapped)
        where T : class =>
        mapped.Value is null != (mapped.Exclusion is null)
        && mapped.Findings.All(finding => finding.Severity != Model.Findings.Severity.Excluding || mapped.Exclusion is not null);
}
