using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Model.Collections;

namespace Bridge.Rails.Impact.Wire;

/// <summary>
/// The terms of a contract. Name, currency, payouts and promotional terms are in the v14 description (confirmed); return
/// policy, limits and fees are in the partner-side v16 description and in public taps of the brand API (assumed, optional).
/// </summary>
internal sealed record WireTemplateTerms
{
    public string? TemplateId { get; init; }

    public string? Name { get; init; }

    public string? Currency { get; init; }

    public ValueList<WireEventPayout> EventPayouts { get; set; } = [];

    public ValueList<WirePromotionalTerm> PromotionalTerms { get; set; } = [];

    public string? ReturnPolicy { get; init; }

    public decimal? MaxReturnPercentage { get; init; }

    public decimal? ActionLimit { get; init; }

    public string? ActionLimitPeriod { get; init; }

    public decimal? SpendLimit { get; init; }

    public string? SpendLimitPeriod { get; init; }

    public decimal? MinEarningPerClick { get; init; }

    public decimal? ContractStartSlottingFee { get; init; }

    public decimal? FirstActionSlottingFee { get; init; }

    public decimal? MonthlySlottingFee { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
