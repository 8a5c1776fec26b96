using Bridge.Model.Money;

namespace Bridge.Model.Contracts;

/// <summary>A fixed share of the credit for one role.</summary>
/// <param name="Role">Role of the contributor, for example <c>introducer</c>.</param>
/// <param name="Share">Its share.</param>
public sealed record CreditShare(string Role, Rate Share);
