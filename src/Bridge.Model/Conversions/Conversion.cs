using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Model.Links;

namespace Bridge.Model.Conversions;

/// <summary>A conversion as its rail reports it: the typed view of one record. Conversions rest as record bytes and are never moved.</summary>
public sealed record Conversion
{
    /// <summary>The rail's id, or a composed one. Unique in a snapshot.</summary>
    public required ConversionId Id { get; init; }

    /// <summary>The partner that is credited; null when nobody is.</summary>
    public PartnerId? Partner { get; init; }

    /// <summary>The shop's order id; null when unknown.</summary>
    public string? OrderId { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>State.</summary>
    public ConversionStatus Status { get; init; }

    /// <summary>Commissionable amount; negative in a correction; null when unknown.</summary>
    public Money.Money? Amount { get; init; }

    /// <summary>What the partner earns; negative in a correction; null when unknown.</summary>
    public Money.Money? Payout { get; init; }

    /// <summary>Customer status in the rail's word; null when unknown.</summary>
    public string? CustomerStatus { get; init; }

    /// <summary>Promo code used; null when none.</summary>
    public string? PromoCode { get; init; }

    /// <summary>Offer or contract the rail paid by; null when unknown.</summary>
    public string? ContractReference { get; init; }

    /// <summary>Link that was clicked, as the rail's reports call it within its partner; null when they do not say.</summary>
    public string? LinkReference { get; init; }

    /// <summary>What happened, by the rail's name for it (<c>Online Sale</c>, <c>New Lead</c>); null when the rail has one kind or does not say.</summary>
    public string? EventType { get; init; }

    /// <summary>Sub-ids.</summary>
    public ValueList<SubId> SubIds { get; init; } = [];

    /// <summary>Items.</summary>
    public ValueList<ConversionItem> Items { get; init; } = [];

    /// <summary>Touches, first to last; empty when the rail shows only the winner.</summary>
    public ValueList<Touch> Touches { get; init; } = [];
}
