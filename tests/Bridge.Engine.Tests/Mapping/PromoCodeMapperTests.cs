using Bridge.Engine.Mapping;
using Bridge.Engine.Planning;
using Bridge.Model.Money;
using Bridge.Model.Promotions;

namespace Bridge.Engine.Tests.Mapping;

public sealed class PromoCodeMapperTests
{
    [Fact]
    public void A_code_with_an_owner_moves_with_the_profiles_credit_policy()
    {
        var mapped = Given.Mapping().MapPromoCode(Given.Code(" SAVE10 "));

        mapped.Exclusion.Should().BeNull();
        mapped.Value.Should().Be(new DesiredPromoCode
        {
            Code = "SAVE10",
            CreditPolicy = "WINNER",
            StartsAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        });
    }

    [Theory]
    [InlineData("manual", Outcome.Manual, "CodeWithoutOwner")]
    [InlineData("skip", Outcome.Skipped, "CodeWithoutOwner")]
    [InlineData("block", Outcome.Blocked, "CodeOwnerKnown")]
    public void A_code_without_owner_follows_the_profile(string policy, Outcome outcome, string reason)
    {
        var mapped = Given.Mapping(("withoutOwner: manual  ", $"withoutOwner: {policy}  "), ("askedOf: the brand", "askedOf: Acme's marketing")).MapPromoCode(Given.Code(owner: null));

        mapped.Exclusion!.Outcome.Should().Be(outcome);
        mapped.Exclusion.Reason.Should().Be(reason);
        if (outcome == Outcome.Manual)
        {
            mapped.Exclusion.Message.Should().Contain("Acme's marketing");
        }
    }

    [Fact]
    public void An_expired_code_is_skipped() =>
        Given.Mapping().MapPromoCode(Given.Code() with { Status = PromoCodeStatus.Expired }).Exclusion!.Reason.Should().Be("CodeExpired");

    [Fact]
    public void Deals_are_named_by_the_discount_and_left_out_where_nothing_is_known()
    {
        var mapping = Given.Mapping(("# dealName: \"{discount}\"", "dealName: \"Rakuten {discount}\""));
        var fixedAmount = new Discount { Kind = DiscountKind.Fixed, Amount = new Money(5, Given.Usd) };

        mapping.MapPromoCode(Given.Code()).Value.Should().Match<DesiredPromoCode>(code => code.DealName == "Rakuten 10 % off" && code.Discount != null);
        mapping.MapPromoCode(Given.Code() with { Discount = fixedAmount }).Value!.DealName.Should().Be("Rakuten 5 USD off");
        mapping.MapPromoCode(Given.Code() with { Discount = null }).Value.Should().Match<DesiredPromoCode>(code => code.DealName == null && code.Discount == null);
    }
}
