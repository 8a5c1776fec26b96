using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.Api;

/// <summary>
/// Writes answers with the rail's habits: numbers as strings, an empty string for a missing value, now and then a bare object
/// where an array of one is meant, times in the account's offset.
/// </summary>
internal sealed class ApiJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Utf8JsonWriter writer;
    private readonly ImpactSettings settings;
    private readonly int seed;

    public ApiJson(ImpactSettings settings, int seed)
    {
        this.settings = settings;
        this.seed = seed;
        writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>What is being written, for example <c>partner/17</c>: seeds the choice between bare object and array.</summary>
    public string Subject { get; set; } = string.Empty;

    public static byte[] Write(ImpactSettings settings, int seed, Action<ApiJson> body)
    {
        using var json = new ApiJson(settings, seed);
        json.Object(() => body(json));
        json.writer.Flush();
        return json.buffer.WrittenSpan.ToArray();
    }

    public static byte[] WriteArray<T>(ImpactSettings settings, int seed, IEnumerable<T> items, Action<ApiJson, T> body)
    {
        using var json = new ApiJson(settings, seed);
        json.writer.WriteStartArray();
        foreach (var item in items)
            json.Object(() => body(json, item));
        json.writer.WriteEndArray();
        json.writer.Flush();
        return json.buffer.WrittenSpan.ToArray();
    }

    public void Dispose() => writer.Dispose();

    public void Object(Action body)
    {
        writer.WriteStartObject();
        body();
        writer.WriteEndObject();
    }

    public void Object(string name, Action body)
    {
        writer.WritePropertyName(name);
        Object(body);
    }

    public void Text(string name, string? value) => writer.WriteString(name, value ?? string.Empty);

    public void Id(string name, long? value) => Number(name, value);

    /// <summary>A number without trailing zeros; rates and counts.</summary>
    public void Number(string name, decimal? value) => Number(name, value, "0.############");

    /// <summary>An amount with at least two decimals.</summary>
    public void Money(string name, decimal? value) => Number(name, value, "0.00########");

    public void Flag(string name, bool value)
    {
        if (settings.ValueTyping == ValueTyping.Native)
            writer.WriteBoolean(name, value);
        else
            writer.WriteString(name, value ? "true" : "false");
    }

    public void Time(string name, DateTimeOffset? value) =>
        Text(name, value?.ToOffset(settings.AccountOffset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    public void Texts(string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    /// <summary>An array of objects; a single one may come without its array.</summary>
    public void Array<T>(string name, IReadOnlyList<T> items, Action<T> body)
    {
        if (items.Count == 1 && StableHash.Fraction(seed, $"{Subject}/{name}") < settings.BareObjectShare)
        {
            Object(name, () => body(items[0]));
            return;
        }

        writer.WriteStartArray(name);
        foreach (var item in items)
            Object(() => body(item));
        writer.WriteEndArray();
    }

    private void Number(string name, decimal? value, string format)
    {
        var text = value?.ToString(format, CultureInfo.InvariantCulture);
        if (text is not null && settings.ValueTyping == ValueTyping.Native)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(text);
        }
        else
        {
            Text(name, text);
        }
    }
}
