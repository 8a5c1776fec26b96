using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Model.Json;

/// <summary>
/// Writes a decimal without trailing zeros, so that equal amounts have equal bytes (7.5 and 7.50 are one value).
/// </summary>
public sealed class CanonicalDecimalConverter : JsonConverter<decimal>
{
    /// <inheritdoc />
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteRawValue(Format(value), skipInputValidation: true);

    /// <summary>Shortest plain notation of a decimal, invariant culture.</summary>
    public static string Format(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture);
}
