using Bridge.Model.Money;

namespace Bridge.Model.Contracts;

/// <summary>What is paid: a share of the amount or a fixed amount. Exactly one of the two is set.</summary>
public sealed record CommissionAmount
{
    /// <summary>Share of the commissionable amount; null for a fixed amount.</summary>
    public Rate? Rate { get; init; }

    /// <summary>Fixed amount; null for a share.</summary>
    public Money.Money? Flat { get; init; }

    /// <summary>A share.</summary>
    public static CommissionAmount Of(Rate rate) => new() { Rate = rate };

    /// <summary>A fixed amount.</summary>
    public static CommissionAmount Of(Money.Money flat) => new() { Flat = flat };

    /// <inheritdoc />
    public override string ToString() => Rate?.ToString() ?? Flat?.ToString() ?? "nothing";
}
