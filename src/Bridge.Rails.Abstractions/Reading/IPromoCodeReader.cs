using Bridge.Model.Promotions;

namespace Bridge.Rails.Abstractions.Reading;

/// <summary>Reads promo codes of every state.</summary>
public interface IPromoCodeReader : IEntityReader<PromoCode>;
