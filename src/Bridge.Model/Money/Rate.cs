using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Money;

/// <summary>A share of something as a fraction: 7.5 % is 0.075.</summary>
/// <param name="Fraction">The fraction; may be above one.</param>
[JsonConverter(typeof(RateConverter))]
public readonly record struct Rate(decimal Fraction)
{
    /// <summary>The rate of a percent number as rails send it (7.5 for 7.5 %).</summary>
    public static Rate FromPercent(decimal percent) => new(percent / 100m);

    /// <summary>The percent number as rails expect it.</summary>
    public decimal ToPercent() => Fraction * 100m;

    /// <inheritdoc />
    public override string ToString() => $"{CanonicalDecimalConverter.Format(ToPercent())} %";

    /// <summary>Writes the fraction as a JSON number.</summary>
    public sealed class RateConverter : JsonConverter<Rate>
    {
        /// <inheritdoc />
        public override Rate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDecimal());

        /// <inheritdoc />
        public override void Write(Utf8JsonWriter writer, Rate value, JsonSerializerOptions options) =>
            writer.WriteRawValue(CanonicalDecimalConverter.Format(value.Fraction), skipInputValidation: true);
    }
}
