using System.Text.Json.Serialization;
using Bridge.Model.Collections;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Terms;

/// <summary>
/// Template terms to be built in the portal: the published shape of contract terms (<c>EventPayout</c> and what stands around
/// it), names of the outer members in lower camel case.
/// </summary>
internal sealed record TemplateTermsDraft
{
    /// <summary>Display name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>ISO 4217 currency; null when the source does not say: the person asks.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>One entry per event type.</summary>
    [JsonPropertyName("eventPayouts")]
    public ValueList<WireEventPayout> EventPayouts { get; set; } = [];

    /// <summary>Overrides for a stretch of time.</summary>
    [JsonPropertyName("scheduledTerms")]
    public ValueList<WireScheduledTerm> ScheduledTerms { get; set; } = [];

    /// <summary>ALWAYS_OK, NO_RETURNS; null when not set.</summary>
    [JsonPropertyName("returnPolicy")]
    public string? ReturnPolicy { get; init; }

    /// <summary>Most actions in the period; null without limit.</summary>
    [JsonPropertyName("actionLimit")]
    public decimal? ActionLimit { get; init; }

    /// <summary>Period of the action limit.</summary>
    [JsonPropertyName("actionLimitPeriod")]
    public string? ActionLimitPeriod { get; init; }

    /// <summary>Most spend in the period; null without limit.</summary>
    [JsonPropertyName("spendLimit")]
    public decimal? SpendLimit { get; init; }

    /// <summary>Period of the spend limit.</summary>
    [JsonPropertyName("spendLimitPeriod")]
    public string? SpendLimitPeriod { get; init; }

    /// <summary>Fee at the start of a contract; null for none.</summary>
    [JsonPropertyName("contractStartSlottingFee")]
    public decimal? ContractStartSlottingFee { get; init; }

    /// <summary>Fee with the first action; null for none.</summary>
    [JsonPropertyName("firstActionSlottingFee")]
    public decimal? FirstActionSlottingFee { get; init; }

    /// <summary>Fee of each month; null for none.</summary>
    [JsonPropertyName("monthlySlottingFee")]
    public decimal? MonthlySlottingFee { get; init; }

    /// <summary>Terms that impact.com's template terms have no published field for: the person settles them by hand.</summary>
    [JsonPropertyName("manual")]
    public ValueList<string> Manual { get; set; } = [];
}
