using Bridge.Model.Contracts;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Mapping;

/// <summary>
/// A mapping profile, checked and compiled for one pair of programs. Pure: same record in, same result out. Scope,
/// transforms, term fitting and validation are all in here, so that a record is looked at once.
/// </summary>
public interface IProgramMapping
{
    /// <summary>Hash of the profile, its rules included.</summary>
    string Hash { get; }

    /// <summary>Maps a partner group to its name on the target. Groups of a partner are resolved through this by the planner.</summary>
    Mapped<PartnerGroupDraft> MapGroup(PartnerGroup source);

    /// <summary>Maps a partner. Its groups come from <see cref="MapGroup"/>; <see cref="DesiredPartner.GroupNames"/> holds further ones.</summary>
    Mapped<DesiredPartner> MapPartner(Partner source);

    /// <summary>Maps a contract of a partner in scope.</summary>
    Mapped<DesiredContract> MapContract(Contract source);

    /// <summary>
    /// Place of a contract among several of one partner, lowest leads; the same whether it can move or not, because a contract
    /// that cannot move must not give way to one with other rates.
    /// </summary>
    int PrecedenceOf(Contract source);

    /// <summary>Maps a tracking link of a partner in scope.</summary>
    Mapped<DesiredLink> MapLink(TrackingLink source);

    /// <summary>Maps a promo code of a partner in scope.</summary>
    Mapped<DesiredPromoCode> MapPromoCode(PromoCode source);
}
