using AutoMapper;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;
using Bridge.Rails.Impact.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bridge.Rails.Impact;

/// <summary>
/// The field-to-field part of partners, groups and codes. Members that need the vault, the program or a judgement are ignored
/// here by name and set by <see cref="ImpactTranslator"/>.
/// </summary>
internal sealed class ImpactMaps : Profile
{
    public ImpactMaps()
    {
        CreateMap<WirePartnerGroup, PartnerGroup>()
            .ForMember(group => group.Id, member => member.MapFrom(wire => new PartnerGroupId(wire.Id!)))
            .ForMember(group => group.Name, member => member.MapFrom(wire => wire.Name ?? wire.Id));

        CreateMap<WirePartner, Partner>()
            .ForMember(partner => partner.Id, member => member.MapFrom(wire => new PartnerId(wire.Id!)))
            .ForMember(partner => partner.Name, member => member.MapFrom(wire => (wire.Name ?? wire.Id!).Trim()))
            .ForMember(partner => partner.Status, member => member.MapFrom(wire => ImpactWords.PartnerStatus(wire.State)))
            .ForMember(partner => partner.NativeStatus, member => member.MapFrom(wire => wire.State))
            .ForMember(partner => partner.AccountType, member => member.MapFrom(wire => wire.PartnerType))
            .ForMember(partner => partner.Kind, member => member.Ignore())
            .ForMember(partner => partner.InProgram, member => member.Ignore())
            .ForMember(partner => partner.Contacts, member => member.Ignore())
            .ForMember(partner => partner.WebProperties, member => member.Ignore())
            .ForMember(partner => partner.Address, member => member.Ignore())
            .ForMember(partner => partner.TaxNumber, member => member.Ignore())
            .ForMember(partner => partner.PromotionMethods, member => member.Ignore())
            .ForMember(partner => partner.Groups, member => member.Ignore())
            .ForMember(partner => partner.Tags, member => member.Ignore())
            .ForMember(partner => partner.JoinedAt, member => member.Ignore())
            .ForMember(partner => partner.Currency, member => member.Ignore())
            .ForMember(partner => partner.References, member => member.Ignore());

        CreateMap<WirePromoCode, PromoCode>()
            .ForMember(code => code.Id, member => member.MapFrom(wire => new PromoCodeId(wire.Id!)))
            .ForMember(code => code.Owner, member => member.MapFrom(wire => wire.AssignedPartnerId == null ? (PartnerId?)null : new PartnerId(wire.AssignedPartnerId)))
            .ForMember(code => code.Deal, member => member.MapFrom(wire => wire.DealId == null ? (DealId?)null : new DealId(wire.DealId)))
            .ForMember(code => code.Status, member => member.MapFrom(wire => ImpactWords.PromoCodeStatus(wire.State)))
            .ForMember(code => code.Description, member => member.MapFrom(wire => wire.DealName))
            .ForMember(code => code.Discount, member => member.Ignore())
            .ForMember(code => code.StartsAt, member => member.Ignore())
            .ForMember(code => code.EndsAt, member => member.Ignore());
    }

    /// <summary>The maps of one connection; building them takes a while, so a connection builds them once.</summary>
    public static IMapper Build() => new MapperConfiguration(configuration => configuration.AddProfile<ImpactMaps>(), NullLoggerFactory.Instance).CreateMapper();
}
