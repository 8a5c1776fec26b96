using System.Globalization;
using System.Text;
using System.Text.Json;
using Bridge.Simulation.Hosting;

namespace Bridge.Simulation.Impact.Api;

/// <summary>
/// Parameters of a write: query, form body or JSON body, read alike. Every complaint is collected, so that an answer names
/// all of them.
/// </summary>
internal sealed class CallFields
{
    private const int LongestText = 255;
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly List<FieldError> errors = [];

    public IReadOnlyList<FieldError> Errors => errors;

    public IReadOnlyDictionary<string, string> All => values;

    public static CallFields Read(SimulatedRequest request)
    {
        var fields = new CallFields();
        foreach (var (name, value) in request.Query)
            fields.values[name] = value;

        if (request.Body.IsEmpty)
            return fields;
        if (request.Header("Content-Type")?.Contains("json", StringComparison.OrdinalIgnoreCase) == true)
            fields.ReadJson(request.Body);
        else
            fields.ReadForm(request.Body);
        return fields;
    }

    public void Error(string field, string message) => errors.Add(new FieldError(field, message));

    public bool Has(string name) => Text(name) is not null;

    /// <summary>A value, or null when it is missing or empty.</summary>
    public string? Text(string name, int longest = LongestText)
    {
        if (!values.TryGetValue(name, out var value) || value.Length == 0)
            return null;
        if (value.Length > longest && !errors.Exists(error => error.Field == name))
            Error(name, $"{name} may not be longer than {longest} characters.");
        return value;
    }

    public string Required(string name)
    {
        if (Text(name) is { } value)
            return value;

        Error(name, $"{name} is required.");
        return string.Empty;
    }

    public string? OneOf(string name, params ReadOnlySpan<string> allowed)
    {
        if (Text(name) is not { } value)
            return null;
        if (!allowed.Contains(value))
            Error(name, $"{name} must be one of: {string.Join(", ", allowed.ToArray())}.");
        return value;
    }

    public string RequiredOneOf(string name, params ReadOnlySpan<string> allowed) => OneOf(name, allowed) ?? Required(name);

    public long? Number(string name)
    {
        if (Text(name) is not { } value)
            return null;
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;

        Error(name, $"{name} must be a whole number.");
        return null;
    }

    public long? RequiredNumber(string name)
    {
        if (!Has(name))
            Required(name);
        return Number(name);
    }

    public decimal? Decimal(string name)
    {
        if (Text(name) is not { } value)
            return null;
        if (decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && decimal.Round(number, 2) == number && number < 100_000_000m)
        {
            return number;
        }

        Error(name, $"{name} must be a decimal of at most 8 digits with 2 decimal places.");
        return null;
    }

    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } value)
            return null;
        if (DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time;

        Error(name, $"{name} must be an ISO 8601 date and time.");
        return null;
    }

    /// <summary>A comma list of ids; empty when missing.</summary>
    public IReadOnlyList<long> Numbers(string name)
    {
        var numbers = new List<long>();
        foreach (var part in (values.GetValueOrDefault(name) ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
            else
                Error(name, $"{name} must be a comma-separated list of ids.");
        }

        return numbers;
    }

    private void ReadForm(ReadOnlyMemory<byte> body)
    {
        foreach (var (name, value) in RequestTarget.Pairs(Encoding.UTF8.GetString(body.Span)))
            values[name] = value;
    }

    private void ReadJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                Error("body", "The body must be a JSON object.");
                return;
            }

            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Value.ValueKind != JsonValueKind.Null)
                    values[property.Name] = property.Value.ToString();
            }
        }
        catch (JsonException exception)
        {
            Error("body", $"The body is not JSON: {exception.Message}");
        }
    }
}
