using Bridge.Model.Money;

namespace Bridge.Engine.Intake;

/// <summary>What one partner brought in one currency over the time that the conversions cover.</summary>
public sealed class PartnerPerformance
{
    /// <summary>Source key of the partner; null for conversions that nobody is credited for.</summary>
    public required string? Partner { get; init; }

    /// <summary>Currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Conversions, corrections not counted.</summary>
    public long Orders { get; internal set; }

    /// <summary>Commissionable amount, corrections taken off.</summary>
    public decimal Sales { get; internal set; }

    /// <summary>What the partner earned, corrections taken off.</summary>
    public decimal Commission { get; internal set; }

    /// <summary>Its latest conversion.</summary>
    public DateTimeOffset Last { get; internal set; }
}
