using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Terms;

/// <summary>
/// Rules of payout groups and scopes of terms, both ways. The set of variables is open: one that is not known is kept as
/// <see cref="ScopeField.Other"/> with its own name. ITEM_BRAND, PROMO_CODE and SHARED_ID are assumed names.
/// </summary>
internal static class RuleTranslator
{
    private static readonly (ScopeField Field, string Variable)[] Variables =
    [
        (ScopeField.Product, "ITEM_SKU"),
        (ScopeField.Category, "ITEM_CATEGORY"),
        (ScopeField.Brand, "ITEM_BRAND"),
        (ScopeField.CustomerStatus, "CUSTOMER_STATUS"),
        (ScopeField.CustomerCountry, "CUSTOMER_COUNTRY"),
        (ScopeField.Coupon, "PROMO_CODE"),
        (ScopeField.SubPartner, "SHARED_ID"),
        (ScopeField.Device, "DERIVED_BROWSER"),
    ];

    public static TermScope Read(ValueList<WireRule> rules, int? rank, string path, LossLog losses) =>
        new() { Conditions = rules.Select((rule, index) => Read(rule, $"{path}.conditions[{index}]", losses)).ToValueList(), Rank = rank };

    public static ValueList<WireRule> Write(TermScope scope) => scope.Conditions.Select(Write).ToValueList();

    private static ScopeCondition Read(WireRule rule, string path, LossLog losses)
    {
        var variable = rule.Variable?.Trim().ToUpperInvariant() ?? "";
        var known = Variables.Where(pair => pair.Variable == variable).Select(pair => (ScopeField?)pair.Field).FirstOrDefault();
        var condition = new ScopeCondition
        {
            Field = known ?? ScopeField.Other,
            NativeField = known is null ? variable : null,
            Operator = Operator(rule.Operator) ?? ScopeOperator.Is,
            Values = rule.Values.Order(StringComparer.Ordinal).ToValueList(),
            ListName = rule.ExceptionListName,
        };
        if (Operator(rule.Operator) is not null)
        {
            return condition;
        }

        // A comparison that is not known must not look like an equality: the condition keeps it in its native name.
        losses.Degraded("RuleOperatorUnknown", path, $"impact.com compares {variable} by '{rule.Operator}', which Bridge does not know.");
        return condition with { Field = ScopeField.Other, NativeField = $"{variable} {rule.Operator}".Trim() };
    }

    private static WireRule Write(ScopeCondition condition) => new()
    {
        Variable = Variables.Where(pair => pair.Field == condition.Field).Select(pair => pair.Variable).FirstOrDefault()
            ?? condition.NativeField ?? condition.Field.ToString().ToUpperInvariant(),
        Operator = condition.Operator switch
        {
            ScopeOperator.IsNot => "IS_NOT",
            ScopeOperator.Contains => "CONTAINS",
            _ => "IS",
        },
        Values = condition.Values,
        ExceptionListName = condition.Values.Count == 0 ? condition.ListName : null,
    };

    private static ScopeOperator? Operator(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        "IS" => ScopeOperator.Is,
        "IS_NOT" => ScopeOperator.IsNot,
        "CONTAINS" => ScopeOperator.Contains,
        _ => null,
    };
}
