using Bridge.Engine.Mapping;
using Bridge.Engine.Tests.Mapping;
using Bridge.Engine.Validation;
using Bridge.Model.Findings;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;

namespace Bridge.Engine.Tests.Validation;

public sealed class CrossRecordRulesTests
{
    private static readonly ProgramMapping Mapping = Given.Mapping();

    [Fact]
    public void A_code_that_two_partners_claim_moves_for_neither_whatever_the_order()
    {
        PromoCode[] codes = [Given.Code("SAVE10", "1"), Given.Code("OTHER", "1"), Given.Code(" save10", "2")];

        foreach (var order in new[] { codes, codes.Reverse().ToArray() })
        {
            var rules = new CrossRecordRules();
            foreach (var code in order)
            {
                rules.Observe(code, Mapping.MapPromoCode(code).Value!);
            }

            rules.Seal();

            var findings = order.Select(code => rules.Check(code, Mapping.MapPromoCode(code).Value!)).OfType<Finding>().ToList();
            findings.Should().HaveCount(2).And.OnlyContain(finding => finding.Code == "BRG-CODE-004" && finding.Severity == Severity.Excluding);
            findings.Select(finding => finding.Subject).Should().BeEquivalentTo(["SAVE10|1", " save10|2"]);
        }
    }

    [Fact]
    public void Partners_with_one_email_are_warned_about_and_with_one_site_noted()
    {
        var first = Given.Partner("1", email: 9);
        var second = Given.Partner("2", email: 9);
        var third = Given.Partner("3", email: 8) with { WebProperties = [new WebProperty("http://fjord-1.example/other")] };
        var rules = new CrossRecordRules();
        foreach (var partner in new[] { first, second, third })
        {
            rules.Observe(partner, Mapping.MapPartner(partner).Value!);
        }

        rules.Seal();

        Codes(first).Should().Equal("BRG-PARTNER-008", "BRG-PARTNER-009");
        Codes(second).Should().Equal("BRG-PARTNER-008");
        Codes(third).Should().Equal("BRG-PARTNER-009");
        rules.Check(first, Mapping.MapPartner(first).Value!).First().Value.Should().StartWith("Email#").And.HaveLength(14);

        IEnumerable<string> Codes(Partner partner) => rules.Check(partner, Mapping.MapPartner(partner).Value!).Select(finding => finding.Code);
    }

    [Fact]
    public void Asking_before_the_first_pass_is_over_is_a_defect()
    {
        var code = Given.Code();

        var ask = () => new CrossRecordRules().Check(code, Mapping.MapPromoCode(code).Value!);

        ask.Should().Throw<InvalidOperationException>();
    }
}
