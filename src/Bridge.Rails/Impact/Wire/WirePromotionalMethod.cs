namespace Bridge.Rails.Impact.Wire;

/// <summary>A way of promoting: EMAIL, COUPON, CONTENT, ...</summary>
internal sealed record WirePromotionalMethod(string? Type = null, bool? IsPrimary = null);
