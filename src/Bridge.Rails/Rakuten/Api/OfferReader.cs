using System.Text.Json;
using Bridge.Rails.Abstractions.Json;
using Bridge.Rails.Rakuten.Terms;

namespace Bridge.Rails.Rakuten.Api;

/// <summary>
/// Offers of the publisher API. Types of one field differ between list and single reply; numbers stay texts where digits
/// count (24.10 is not 24.1).
/// </summary>
internal static class OfferReader
{
    /// <summary>One offer.</summary>
    /// <exception cref="RailFieldException">An id is missing or a field has an impossible type.</exception>
    public static Offer Read(JsonElement row)
    {
        var goid = row.RequiredText("goid");
        return new Offer
        {
            Goid = goid,
            Number = row.RequiredText("offer_number"),
            Name = row.Text("name") ?? $"Offer {goid}",
            Type = RakutenTranslator.Word(row.Text("type")),
            Status = row.Text("status") ?? "",
            ReturnDays = (int?)row.Whole("return_days"),
            UpdateWindow = (int?)row.Whole("update_window"),
            TrueLock = row.Flag("truelock"),
            AutoRenew = row.Flag("auto_renew"),
            Start = row.Instant(TimeSpan.Zero, "start_datetime")?.Value,
            End = row.Instant(TimeSpan.Zero, "end_datetime")?.Value,
            Rules = [.. row.Items("offer_rules").SelectMany(Rules)],
            Place = $"/v1/offers ({goid})",
        };
    }

    /// <summary>A rule with several commissions is several rules of one id.</summary>
    private static IEnumerable<OfferRule> Rules(JsonElement rule)
    {
        foreach (var commission in rule.Items("commissions"))
        {
            var conditions = commission.Items("dynamic_rules").Select(Condition).ToList();
            if (conditions.Count == 0 && rule.Text("sku_list_name") is { } list)
            {
                conditions.Add(new OfferCondition("sku", "is", list));
            }

            yield return new OfferRule
            {
                Oid = rule.RequiredText("oid"),
                IsBase = rule.Flag("is_base_commission") ?? false,
                IsFirstClick = rule.Flag("is_first_click") ?? false,
                CommissionType = RakutenTranslator.Word(commission.Text("commission_type")),
                Conditions = conditions,
                Tiers =
                [
                    .. commission.Items("tiers")
                        .Select(tier => new OfferTier(
                            tier.Number("commission") ?? throw new RailFieldException("commission", "is missing or empty"),
                            tier.Number("threshold"),
                            tier.Number("upper_threshold")))
                        .OrderBy(tier => tier.Threshold ?? 0),
                ],
            };
        }
    }

    private static OfferCondition Condition(JsonElement rule) => new(
        rule.Text("transaction_field_name") ?? rule.RequiredText("transaction_field_id"),
        rule.Text("operation"),
        rule.Text("list_name"),
        rule.Text("list_id"),
        rule.Text("operand"));
}
