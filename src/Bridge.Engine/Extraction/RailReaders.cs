using Bridge.Model.Contracts;
using Bridge.Model.Conversions;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Extraction;

/// <summary>
/// The reading side of a connection: all that extraction ever sees of a rail, so it cannot change anything there. A null port
/// is one that the rail or the settings of this connection do not offer.
/// </summary>
public sealed record RailReaders
{
    private static readonly EntityKind[] Extracted =
        [EntityKind.PartnerGroup, EntityKind.Partner, EntityKind.Contract, EntityKind.Deal, EntityKind.TrackingLink, EntityKind.PromoCode, EntityKind.Conversion];

    /// <summary>What the rail is and can do.</summary>
    public required RailDescriptor Descriptor { get; init; }

    /// <summary>Name of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>Reads the program.</summary>
    public required IProgramReader Program { get; init; }

    /// <summary>Reads partner groups.</summary>
    public IEntityReader<PartnerGroup>? Groups { get; init; }

    /// <summary>Reads partners.</summary>
    public IEntityReader<Partner>? Partners { get; init; }

    /// <summary>Reads contracts.</summary>
    public IEntityReader<Contract>? Contracts { get; init; }

    /// <summary>Reads deals.</summary>
    public IEntityReader<Deal>? Deals { get; init; }

    /// <summary>Reads tracking links.</summary>
    public IEntityReader<TrackingLink>? Links { get; init; }

    /// <summary>Reads promo codes.</summary>
    public IEntityReader<PromoCode>? PromoCodes { get; init; }

    /// <summary>Reads conversions.</summary>
    public IEntityReader<Conversion>? Conversions { get; init; }

    /// <summary>Entities that the rail can write but not list.</summary>
    public IEnumerable<EntityKind> NotListable =>
        Extracted.Where(entity => !Offers(entity) && Descriptor.Capabilities.AccessTo(entity) == EntityAccess.Write);

    /// <summary>Entities that the rail can list, but not with the settings of this connection.</summary>
    public IEnumerable<EntityKind> NotOffered =>
        Extracted.Where(entity => !Offers(entity) && Descriptor.Capabilities.AccessTo(entity) is EntityAccess.Read or EntityAccess.ReadWrite);

    /// <summary>Takes the readers out of an open connection.</summary>
    /// <exception cref="InvalidOperationException">The rail offers no program; then nothing of it can be extracted.</exception>
    public static RailReaders Of(IRail rail) => new()
    {
        Descriptor = rail.Descriptor,
        Connection = rail.Connection,
        Program = rail.Port<IProgramReader>()
            ?? throw new InvalidOperationException($"Rail '{rail.Descriptor.Id}' (connection '{rail.Connection}') cannot read its program, so it cannot be extracted."),
        Groups = rail.Port<IPartnerGroupReader>(),
        Partners = rail.Port<IPartnerReader>(),
        Contracts = rail.Port<IContractReader>(),
        Deals = rail.Port<IDealReader>(),
        Links = rail.Port<ITrackingLinkReader>(),
        PromoCodes = rail.Port<IPromoCodeReader>(),
        Conversions = rail.Port<IConversionReader>(),
    };

    private bool Offers(EntityKind entity) => entity switch
    {
        EntityKind.PartnerGroup => Groups is not null,
        EntityKind.Partner => Partners is not null,
        EntityKind.Contract => Contracts is not null,
        EntityKind.Deal => Deals is not null,
        EntityKind.TrackingLink => Links is not null,
        EntityKind.PromoCode => PromoCodes is not null,
        EntityKind.Conversion => Conversions is not null,
        _ => false,
    };
}
