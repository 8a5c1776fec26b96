using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Model.Money;

/// <summary>A currency by its ISO 4217 code, upper case.</summary>
[JsonConverter(typeof(CurrencyConverter))]
public readonly record struct Currency
{
    private readonly string? code;

    private Currency(string code) => this.code = code;

    /// <summary>Three upper-case letters. The default value has no code and must not be used.</summary>
    public string Code => code ?? throw new InvalidOperationException("A currency without a code was used.");

    /// <summary>Digits after the decimal point of the smallest unit: 2 for USD, 0 for JPY, 3 for KWD (ISO 4217 list one).</summary>
    public int MinorUnits => CurrencyMinorUnits.Of(Code);

    /// <summary>Reads a code in any letter case; false when it is not an active ISO 4217 code.</summary>
    public static bool TryParse(string? text, out Currency currency)
    {
        var upper = text?.Trim().ToUpperInvariant();
        if (upper is { Length: 3 } && CurrencyMinorUnits.Known(upper))
        {
            currency = new Currency(upper);
            return true;
        }

        currency = default;
        return false;
    }

    /// <summary>Reads a code.</summary>
    /// <exception cref="FormatException">The text is not an active ISO 4217 code.</exception>
    public static Currency Parse(string text) =>
        TryParse(text, out var currency) ? currency : throw new FormatException($"'{text}' is not an ISO 4217 currency code.");

    /// <inheritdoc />
    public override string ToString() => code ?? "---";

    /// <summary>Writes the code as a JSON string.</summary>
    public sealed class CurrencyConverter : JsonConverter<Currency>
    {
        /// <inheritdoc />
        public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.GetString() ?? throw new JsonException("A currency must not be null."));

        /// <inheritdoc />
        public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }
}
