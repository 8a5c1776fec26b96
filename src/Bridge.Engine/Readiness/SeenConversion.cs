using Bridge.Model.Money;

namespace Bridge.Engine.Readiness;

/// <summary>A conversion of the target, and what the same order is elsewhere.</summary>
/// <param name="EventType">Event type by its name; null when the rail does not say.</param>
/// <param name="OrderId">Order id; null when it has none.</param>
/// <param name="At">When it happened.</param>
/// <param name="Amount">Amount; null when unknown.</param>
/// <param name="CustomerStatus">Customer status; null when unknown.</param>
public sealed record SeenConversion(string? EventType, string? OrderId, DateTimeOffset At, Money? Amount, string? CustomerStatus);
