using AutoMapper;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;
using Bridge.Rails.Rakuten.Wire;

namespace Bridge.Rails.Rakuten;

/// <summary>
/// The field-to-field part of wire rows to canonical records. What needs a vault, a table or a decision is ignored here by name
/// and filled in by the translators; a test asserts that no member is forgotten.
/// </summary>
internal sealed class RakutenMaps : Profile
{
    public RakutenMaps()
    {
        CreateMap<PublisherRow, Partner>()
            .ForMember(partner => partner.Id, map => map.MapFrom(row => new PartnerId(row.SiteId)))
            .ForMember(partner => partner.Name, map => map.MapFrom(row => row.PublisherName))
            .ForMember(partner => partner.Status, map => map.MapFrom(row => RakutenTranslator.PartnerStatus(row.Status)))
            .ForMember(partner => partner.NativeStatus, map => map.MapFrom(row => row.Status))
            .ForMember(partner => partner.JoinedAt, map => map.MapFrom(row => row.JoinDate))
            .ForMember(partner => partner.InProgram, map => map.MapFrom(_ => true))
            .ForMember(partner => partner.Kind, map => map.Ignore())
            .ForMember(partner => partner.AccountType, map => map.Ignore())
            .ForMember(partner => partner.Contacts, map => map.Ignore())
            .ForMember(partner => partner.WebProperties, map => map.Ignore())
            .ForMember(partner => partner.Address, map => map.Ignore())
            .ForMember(partner => partner.TaxNumber, map => map.Ignore())
            .ForMember(partner => partner.PromotionMethods, map => map.Ignore())
            .ForMember(partner => partner.Groups, map => map.Ignore())
            .ForMember(partner => partner.Tags, map => map.Ignore())
            .ForMember(partner => partner.Currency, map => map.Ignore())
            .ForMember(partner => partner.References, map => map.Ignore());

        CreateMap<CodeRow, PromoCode>()
            .ForMember(code => code.Id, map => map.MapFrom(row => new PromoCodeId($"{PromoCode.NormalizeCode(row.Code)}|{row.SiteId}")))
            .ForMember(code => code.Code, map => map.MapFrom(row => row.Code))
            .ForMember(code => code.Owner, map => map.MapFrom(row => row.SiteId == null ? (PartnerId?)null : new PartnerId(row.SiteId)))
            .ForMember(code => code.Description, map => map.MapFrom(row => row.Description))
            .ForMember(code => code.StartsAt, map => map.MapFrom(row => row.StartDate))
            .ForMember(code => code.EndsAt, map => map.MapFrom(row => row.EndDate))
            .ForMember(code => code.Status, map => map.Ignore())
            .ForMember(code => code.Discount, map => map.Ignore())
            .ForMember(code => code.Deal, map => map.Ignore())
            .ForMember(code => code.CreditPolicy, map => map.Ignore());
    }
}
