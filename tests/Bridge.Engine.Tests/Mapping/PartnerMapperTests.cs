using Bridge.Engine.Mapping;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Planning;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Tests.Mapping;

public sealed class PartnerMapperTests
{
    [Fact]
    public void A_partner_with_an_email_goes_into_the_prospect_file()
    {
        var mapped = Given.Mapping().MapPartner(Given.Partner());

        mapped.Exclusion.Should().BeNull();
        mapped.Losses.Should().BeEmpty();
        mapped.Findings.Should().BeEmpty();
        mapped.Why.Should().Be("partners.entry: ProspectFile (Email known)");
        mapped.Value.Should().Be(new DesiredPartner
        {
            Name = "Fjord Reviews",
            Website = "https://www.fjord-4711.example",
            Contact = new Contact { Email = Given.Personal(PersonalKind.Email, 1), IsPrimary = true },
            PromotionMethod = "CONTENT",
            Currency = Given.Usd,
            References = [new ExternalReference("impact.value1", "4711"), new ExternalReference("impact.value2", "aB*d4711")],
            Entry = PartnerEntry.ProspectFile,
        });
    }

    [Fact]
    public void A_partner_of_the_CRM_sheet_is_created_directly_with_the_default_country()
    {
        var mapped = Given.Mapping().MapPartner(WithDetails(Given.Partner()));

        mapped.Value!.Entry.Should().Be(PartnerEntry.CreateDirectly);
        mapped.Value.PromotionMethod.Should().Be("COUPON");
        mapped.Value.Address!.Country.Should().Be("US");
        mapped.Losses.Should().BeEmpty();
    }

    [Fact]
    public void A_partner_without_email_is_invited_by_hand_and_named()
    {
        var mapped = Given.Mapping().MapPartner(Given.Partner(email: null));

        mapped.Value!.Entry.Should().Be(PartnerEntry.InviteInPortal);
        mapped.Findings.Should().ContainSingle().Which.Code.Should().Be("BRG-PARTNER-005");
    }

    [Fact]
    public void A_partner_without_any_way_in_is_blocked_with_what_is_missing()
    {
        var mapped = Given.Mapping(("    - way: inviteInPortal # a task for a person\n      needs: []\n", "")).MapPartner(Given.Partner(email: null));

        mapped.Value.Should().BeNull();
        mapped.Exclusion!.Outcome.Should().Be(Outcome.Blocked);
        mapped.Exclusion.Reason.Should().Be("NoWayIn");
        mapped.Exclusion.Message.Should().Contain("ProspectFile lacks Email").And.Contain("CreateDirectly lacks Email, ContactName");
    }

    [Theory]
    [InlineData(PartnerStatus.Removed, "StatusOutOfScope", "Removed ('active')")]
    [InlineData(PartnerStatus.Pending, "StatusOutOfScope", "Pending")]
    public void A_partner_in_another_state_is_skipped_with_the_reason(PartnerStatus status, string reason, string words)
    {
        var mapped = Given.Mapping().MapPartner(Given.Partner() with { Status = status });

        mapped.Value.Should().BeNull();
        mapped.Exclusion!.Outcome.Should().Be(Outcome.Skipped);
        mapped.Exclusion.Reason.Should().Be(reason);
        mapped.Exclusion.Message.Should().Contain(words);
    }

    [Fact]
    public void States_of_the_profile_are_read_before_the_scope()
    {
        var mapping = Given.Mapping(("partners: {}\n  contracts", "partners: {Extended-Offer: active, active: removed}\n  contracts"));

        mapping.MapPartner(Given.Partner() with { Status = PartnerStatus.Unknown, NativeStatus = "extended-offer" }).Value.Should().NotBeNull();
        mapping.MapPartner(Given.Partner()).Exclusion!.Reason.Should().Be("StatusOutOfScope");
    }

    [Theory]
    [InlineData("excludeIds: []", "excludeIds: [4711]", "PartnerExcluded")]
    [InlineData("excludeGroups: []", "excludeGroups: [coupon partners]", "GroupExcluded")]
    [InlineData("excludeIds: []", "excludeKinds: [unknown]", "KindExcluded")]
    public void The_scope_leaves_out_what_it_names(string from, string to, string reason)
    {
        var partner = Given.Partner() with { Groups = [new PartnerGroupId("3101")] };

        Given.Mapping((from, to)).MapPartner(partner).Exclusion!.Reason.Should().Be(reason);
    }

    [Fact]
    public void The_promotion_method_comes_from_word_group_kind_and_default_in_that_order()
    {
        var mapping = Given.Mapping(("    groups: {}          # for example  {Coupon", "    groups: {Coupon Partners: COUPON} # {Coupon"));
        var partner = Given.Partner();

        mapping.MapPartner(partner with { PromotionMethods = ["SEARCH"] }).Value!.PromotionMethod.Should().Be("SEARCH");
        mapping.MapPartner(partner with { Groups = [new PartnerGroupId("3101")] }).Value!.PromotionMethod.Should().Be("COUPON");
        mapping.MapPartner(partner with { Kind = PartnerKind.SubNetwork }).Value!.PromotionMethod.Should().Be("CPA_NETWORK");
        mapping.MapPartner(partner).Value!.PromotionMethod.Should().Be("CONTENT");
        mapping.MapPartner(partner with { PromotionMethods = ["Skywriting"] }).Losses.Should().ContainSingle()
            .Which.Code.Should().Be(LossCodes.PromotionMethodUnmapped);
    }

    [Fact]
    public void A_site_without_scheme_is_repaired_and_said()
    {
        var mapped = Given.Mapping().MapPartner(Given.Partner() with { WebProperties = [new WebProperty("fjord.example/blog")] });

        mapped.Value!.Website.Should().Be("https://fjord.example/blog");
        mapped.Findings.Should().ContainSingle(finding => finding.Code == "BRG-PARTNER-007" && finding.Severity == Severity.Note);
    }

    [Fact]
    public void A_partner_without_its_natural_key_is_blocked()
    {
        var mapped = Given.Mapping().MapPartner(Given.Partner() with { References = [] });

        mapped.Exclusion!.Reason.Should().Be("PartnerKeyPresent");
        mapped.Findings.Should().ContainSingle(finding => finding.Severity == Severity.Excluding && finding.Subject == "4711");
    }

    [Fact]
    public void Groups_are_renamed_prefixed_or_left_out()
    {
        var mapping = Given.Mapping(("names: {}  ", "names: {\"Cashback, Loyalty\": Cashback}  "), ("prefix: \"\"", "prefix: \"Rakuten \""), ("skip: []", "skip: [3106]"));

        mapping.MapGroup(Given.Group("3103", "Cashback, Loyalty")).Value!.Name.Should().Be("Cashback");
        mapping.MapGroup(Given.Group("3104", "Creators")).Value!.Name.Should().Be("Rakuten Creators");
        mapping.MapGroup(Given.Group("3106", "Strategic")).Exclusion!.Reason.Should().Be("GroupSkipped");
        mapping.MapGroup(Given.Group("3107", " ")).Exclusion!.Reason.Should().Be("GroupNamePresent");
    }

    private static Partner WithDetails(Partner partner) => partner with
    {
        Contacts =
        [
            partner.Contacts[0] with
            {
                FirstName = Given.Personal(PersonalKind.FirstName, 2),
                LastName = Given.Personal(PersonalKind.LastName, 3),
                Phone = Given.Personal(PersonalKind.Phone, 4),
                PhoneCountry = "US",
            },
        ],
        Address = new PostalAddress
        {
            Line1 = Given.Personal(PersonalKind.AddressLine, 5),
            City = Given.Personal(PersonalKind.City, 6),
            PostalCode = Given.Personal(PersonalKind.PostalCode, 7),
        },
        PromotionMethods = ["Coupons & Deals"],
    };
}
