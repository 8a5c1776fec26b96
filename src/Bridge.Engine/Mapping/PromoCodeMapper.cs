using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Planning;
using Bridge.Model.Json;
using Bridge.Model.Promotions;

namespace Bridge.Engine.Mapping;

/// <summary>Promo codes: those with an owner move, under a deal where the profile names one.</summary>
internal sealed class PromoCodeMapper(MappingDefinition profile)
{
    public DesiredPromoCode? Map(PromoCode source, MappingNotes notes)
    {
        var rules = profile.PromoCodes;
        var status = profile.States.PromoCodes.GetValueOrDefault(source.Status.ToString(), source.Status);
        if (!profile.Scope.PromoCodeStatuses.Contains(status))
        {
            notes.Exclude(Outcome.Skipped, status == PromoCodeStatus.Expired ? "CodeExpired" : "StatusOutOfScope", $"The code is {status}; scope.promoCodes.statuses names the states that move.");
            return null;
        }

        if (source.Owner is null && rules.WithoutOwner != OwnerlessCode.Block)
        {
            var manual = rules.WithoutOwner == OwnerlessCode.Manual;
            notes.Exclude(
                manual ? Outcome.Manual : Outcome.Skipped,
                "CodeWithoutOwner",
                manual ? $"Nobody is credited for the code; {rules.AskedOf} names the partner in the code list." : "Nobody is credited for the code, so it stays with the shop.");
            return null;
        }

        notes.Why.Add($"promoCodes.creditPolicy: {rules.CreditPolicy}");
        var deal = DealName(source);
        return new DesiredPromoCode
        {
            Code = source.Code.Trim(),
            CreditPolicy = rules.CreditPolicy,
            DealName = deal,
            Discount = deal is null ? null : source.Discount,
            StartsAt = source.StartsAt,
            EndsAt = source.EndsAt,
        };
    }

    /// <summary>Null where the pattern asks for something that the source does not say: such a code has no deal.</summary>
    private string? DealName(PromoCode source) => profile.PromoCodes.DealName is { } pattern
        ? NamePattern.Fill(pattern, part => part == "discount" ? Words(source.Discount) : source.Description)
        : null;

    private static string? Words(Discount? discount) => discount?.Kind switch
    {
        DiscountKind.Percent => discount.Rate is { } rate ? $"{CanonicalDecimalConverter.Format(rate.ToPercent())} % off" : null,
        DiscountKind.Fixed => discount.Amount is { } amount ? $"{amount} off" : null,
        DiscountKind.FreeShipping => "Free shipping",
        DiscountKind.Gift => "Gift",
        _ => null,
    };
}
