namespace Bridge.Rails.Rakuten.Terms;

/// <summary>A condition of a rule.</summary>
/// <param name="Field">Transaction field.</param>
/// <param name="Operator">Operator; null when it is not stated.</param>
/// <param name="List">Name of the commissioning list; null when the value stands in the rule.</param>
/// <param name="ListId">Id of the list at the API; null in the sheet.</param>
/// <param name="Operand">Value that stands in the rule itself; null when a list holds it.</param>
internal sealed record OfferCondition(string Field, string? Operator, string? List, string? ListId = null, string? Operand = null);
