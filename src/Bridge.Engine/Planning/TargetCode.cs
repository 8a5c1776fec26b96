namespace Bridge.Engine.Planning;

/// <summary>An active promo code on the target.</summary>
internal readonly record struct TargetCode(string Id, string? Owner);
