using System.Globalization;
using Bridge.Model.Money;

namespace Bridge.Engine.Readiness;

/// <summary>An order that a person placed to try the tag, as the shop has it.</summary>
/// <param name="OrderId">Order id.</param>
/// <param name="Amount">Amount and currency.</param>
/// <param name="CustomerStatus">Customer status; null when it was not stated.</param>
public sealed record TestOrder(string OrderId, Money Amount, string? CustomerStatus)
{
    /// <summary>Reads <c>id,amount,currency[,status]</c>, the amount with a point.</summary>
    /// <returns>The order, or null when the text is none.</returns>
    public static TestOrder? Parse(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length is 3 or 4 && parts[0].Length > 0
            && decimal.TryParse(parts[1], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            && Currency.TryParse(parts[2], out var currency)
            ? new TestOrder(parts[0], new Money(amount, currency), parts.Length == 4 && parts[3].Length > 0 ? parts[3] : null)
            : null;
    }
}
