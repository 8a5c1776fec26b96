using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Rakuten.Wire;

/// <summary>A row of the offer sheet: one tier of one rule of one offer.</summary>
internal sealed record OfferRow
{
    public required string OfferId { get; init; }

    /// <summary>Text: 24.10 is not 24.1.</summary>
    public required string OfferNumber { get; init; }

    public required string OfferName { get; init; }

    public required string OfferType { get; init; }

    public required string Status { get; init; }

    public required string RuleId { get; init; }

    public bool BaseCommission { get; init; }

    public bool FirstClick { get; init; }

    public string? ConditionField { get; init; }

    public string? ConditionOperator { get; init; }

    public string? ConditionList { get; init; }

    public required string CommissionType { get; init; }

    /// <summary>Percent number or amount.</summary>
    public decimal Commission { get; init; }

    public decimal? Threshold { get; init; }

    public decimal? UpperThreshold { get; init; }

    public string? ThresholdBasis { get; init; }

    public string? ThresholdPeriod { get; init; }

    public int? ReturnDays { get; init; }

    public int? UpdateWindow { get; init; }

    public bool? TrueLock { get; init; }

    public DateTimeOffset? StartDate { get; init; }

    public DateTimeOffset? EndDate { get; init; }

    public string? Currency { get; init; }

    public static OfferRow From(CellReader cells) => new()
    {
        OfferId = cells.RequiredId("Offer ID"),
        OfferNumber = cells.RequiredText("Offer Number"),
        OfferName = cells.RequiredText("Offer Name"),
        OfferType = cells.RequiredText("Offer Type"),
        Status = cells.RequiredText("Status"),
        RuleId = cells.RequiredId("Rule ID"),
        BaseCommission = cells.Flag("Base Commission") ?? false,
        FirstClick = cells.Flag("First Click") ?? false,
        ConditionField = cells.Text("Condition Field"),
        ConditionOperator = cells.Text("Condition Operator"),
        ConditionList = cells.Text("Condition List"),
        CommissionType = cells.RequiredText("Commission Type"),
        Commission = cells.RequiredNumber("Commission"),
        Threshold = cells.Number("Threshold", fatal: true),
        UpperThreshold = cells.Number("Upper Threshold", fatal: true),
        ThresholdBasis = cells.Text("Threshold Basis"),
        ThresholdPeriod = cells.Text("Threshold Period"),
        ReturnDays = cells.Count("Return Days", fatal: true),
        UpdateWindow = cells.Count("Update Window", fatal: true),
        TrueLock = cells.Flag("TrueLock"),
        StartDate = cells.Date("Start Date", fatal: false),
        EndDate = cells.LastDay("End Date"),
        Currency = cells.Text("Currency"),
    };
}
