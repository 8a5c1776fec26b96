namespace Bridge.Simulation.Rakuten;

/// <summary>When a dynamic rule applies.</summary>
/// <param name="Field">Transaction field, for example <c>customer status</c>.</param>
/// <param name="Operator"><c>is</c>, <c>is not</c> or <c>contains</c>.</param>
/// <param name="ListName">Name of the commissioning list it is compared with.</param>
public sealed record RakutenRuleCondition(string Field, string Operator, string ListName);
