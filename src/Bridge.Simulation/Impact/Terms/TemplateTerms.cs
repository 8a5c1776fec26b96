namespace Bridge.Simulation.Impact.Terms;

/// <summary>
/// Commercial terms as impact.com's contracts carry them (Brand API v14, contract object, plus the optional fields that the
/// partner-side v16 schema and public taps of the brand API show). Built in the web app only; no endpoint lists them.
/// </summary>
public sealed record TemplateTerms
{
    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 4217 currency of every amount in the terms.</summary>
    public required string Currency { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>One entry per event type.</summary>
    public IReadOnlyList<EventPayout> EventPayouts { get; init; } = [];

    /// <summary>Time-boxed overrides.</summary>
    public IReadOnlyList<ScheduledTerm> ScheduledTerms { get; init; } = [];

    /// <summary>Rules about how to promote.</summary>
    public IReadOnlyList<PromotionalTerm> PromotionalTerms { get; init; } = [];

    /// <summary>Days between a change and its effect; null when not set.</summary>
    public int? ChangeNotificationPeriod { get; init; }

    /// <summary>For example ALWAYS_OK or NO_RETURNS.</summary>
    public string? ReturnPolicy { get; init; }

    /// <summary>Percent number.</summary>
    public decimal? MaxReturnPercentage { get; init; }

    /// <summary>Greatest number of actions in <see cref="ActionLimitPeriod"/>.</summary>
    public decimal? ActionLimit { get; init; }

    /// <summary>Period of <see cref="ActionLimit"/>.</summary>
    public string? ActionLimitPeriod { get; init; }

    /// <summary>Greatest spend in <see cref="SpendLimitPeriod"/>.</summary>
    public decimal? SpendLimit { get; init; }

    /// <summary>Period of <see cref="SpendLimit"/>.</summary>
    public string? SpendLimitPeriod { get; init; }

    /// <summary>Fee paid when the contract starts.</summary>
    public decimal? ContractStartSlottingFee { get; init; }

    /// <summary>Fee paid with the first action.</summary>
    public decimal? FirstActionSlottingFee { get; init; }

    /// <summary>Fee paid every month.</summary>
    public decimal? MonthlySlottingFee { get; init; }

    /// <summary>Free text.</summary>
    public string? SpecialTerms { get; init; }
}
