using Bridge.Model.Money;

namespace Bridge.Engine.Readiness;

/// <summary>What is known of an order from elsewhere.</summary>
/// <param name="Origin"><c>test order</c> or <c>source</c>.</param>
/// <param name="Amount">Amount with corrections taken off; null when unknown.</param>
/// <param name="CustomerStatus">Customer status; null when unknown.</param>
public sealed record KnownOrder(string Origin, Money? Amount, string? CustomerStatus);
