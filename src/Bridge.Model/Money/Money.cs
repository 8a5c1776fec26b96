namespace Bridge.Model.Money;

/// <summary>An amount in major units with its currency. Amounts of two currencies are never added.</summary>
/// <param name="Amount">Major units (12.50 is twelve and a half); may be finer than the minor unit where a rail pays so.</param>
/// <param name="Currency">ISO 4217 currency.</param>
public readonly record struct Money(decimal Amount, Currency Currency)
{
    /// <summary>Sum of two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public Money Add(Money other) => Currency == other.Currency
        ? new Money(Amount + other.Amount, Currency)
        : throw new InvalidOperationException($"{Currency} and {other.Currency} cannot be added.");

    /// <summary>The amount rounded to the currency's minor unit.</summary>
    /// <param name="rounding">How halves are rounded; rails differ, so the caller says it.</param>
    public Money Round(MidpointRounding rounding) => this with { Amount = decimal.Round(Amount, Currency.MinorUnits, rounding) };

    /// <inheritdoc />
    public override string ToString() => $"{Json.CanonicalDecimalConverter.Format(Amount)} {Currency}";
}
