using Bridge.Model.Contracts;

namespace Bridge.Engine.Reporting.Wording;

/// <summary>What a term applies to, in words: <c>for new customers in category Shoes or Bags</c>.</summary>
internal static class ScopeText
{
    /// <summary>Empty when the term applies to everything.</summary>
    public static string Of(TermScope scope) => string.Join(" and ", scope.Conditions.Select(Of));

    private static string Of(ScopeCondition condition)
    {
        var not = condition.Operator == ScopeOperator.IsNot;
        var values = Values(condition);
        return condition.Field switch
        {
            ScopeField.CustomerStatus => $"{(not ? "except for" : "for")} {values} customers",
            ScopeField.CustomerCountry => $"{(not ? "except" : "for")} customers from {values}",
            ScopeField.Category => $"{(not ? "outside" : "in")} category {values}",
            ScopeField.Product => $"{(not ? "except for" : "for")} product {values}",
            ScopeField.Brand => $"{(not ? "except for" : "for")} brand {values}",
            ScopeField.Coupon => $"{(not ? "without" : "with")} coupon {values}",
            ScopeField.SubPartner => $"{(not ? "except through" : "through")} sub-partner {values}",
            ScopeField.Device => $"{(not ? "except on" : "on")} {values}",
            ScopeField.Plan => $"{(not ? "except on" : "on")} plan {values}",
            _ => $"where {condition.NativeField ?? "a field of the rail"} {(not ? "is not" : "is")} {values}",
        };
    }

    private static string Values(ScopeCondition condition)
    {
        var values = string.Join(" or ", condition.Values);
        var contains = condition.Operator == ScopeOperator.Contains ? "containing " : "";
        return condition switch
        {
            { ListName: { } list, Values.Count: 0 } => $"{contains}of list '{list}'",
            { ListName: { } list } => $"{contains}{values} (list '{list}')",
            _ => contains + values,
        };
    }
}
