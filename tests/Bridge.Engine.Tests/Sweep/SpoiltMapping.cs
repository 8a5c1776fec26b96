using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Tests.Sweep;

/// <summary>A mapping with one spoilt answer.</summary>
internal sealed class SpoiltMapping(IProgramMapping inner, EntityKind entity, string victim, ISpoiler spoiler) : IProgramMapping
{
    public string Hash => inner.Hash;

    public Mapped<PartnerGroupDraft> MapGroup(PartnerGroup source) => inner.MapGroup(source);

    public Mapped<DesiredPartner> MapPartner(Partner source) => Spoil(inner.MapPartner(source), EntityKind.Partner, source.Id.Value);

    public Mapped<DesiredContract> MapContract(Contract source) => Spoil(inner.MapContract(source), EntityKind.Contract, source.Id.Value);

    public int PrecedenceOf(Contract source) => inner.PrecedenceOf(source);

    public Mapped<DesiredLink> MapLink(TrackingLink source) => Spoil(inner.MapLink(source), EntityKind.TrackingLink, source.Id.Value);

    public Mapped<DesiredPromoCode> MapPromoCode(PromoCode source) => Spoil(inner.MapPromoCode(source), EntityKind.PromoCode, source.Id.Value);

    private Mapped<T> Spoil<T>(Mapped<T> mapped, EntityKind kind, string key)
        where T : class => kind == entity && key == victim ? spoiler.Spoil(mapped) : mapped;
}
