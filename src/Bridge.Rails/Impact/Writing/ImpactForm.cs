using Bridge.Rails.Abstractions.Errors;

namespace Bridge.Rails.Impact.Writing;

/// <summary>
/// The form of one write. Fields that impact.com requires and the draft lacks are collected; sending is refused for all of
/// them at once, before anything leaves.
/// </summary>
/// <param name="connection">Name of the connection.</param>
/// <param name="operation">Name of the client operation.</param>
internal sealed class ImpactForm(string connection, string operation)
{
    /// <summary>Longest text of a request parameter (sheet, section 2).</summary>
    public const int LongestText = 255;

    private readonly List<KeyValuePair<string, string>> fields = [];
    private readonly List<RailFieldError> errors = [];

    /// <summary>Adds a field that must be there.</summary>
    public ImpactForm Required(string name, string? value, string missing = "impact.com requires it and the draft has none")
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            errors.Add(new RailFieldError(name, missing));
            return this;
        }

        return Optional(name, value);
    }

    /// <summary>Adds a field when there is a value.</summary>
    public ImpactForm Optional(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return this;
        }

        if (value.Length > LongestText && name != "DeepLink")
        {
            errors.Add(new RailFieldError(name, $"it is longer than {LongestText} characters"));
        }

        fields.Add(new(name, value));
        return this;
    }

    /// <summary>Adds a field as it is; an empty text empties the field on the rail.</summary>
    public ImpactForm Set(string name, string value)
    {
        fields.Add(new(name, value));
        return this;
    }

    /// <summary>Names a problem of a field.</summary>
    public ImpactForm Refuse(string name, string message)
    {
        errors.Add(new RailFieldError(name, message));
        return this;
    }

    /// <summary>The fields.</summary>
    /// <exception cref="RailRejectedException">A required field is missing. Nothing was sent.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> Fields() => errors.Count == 0
        ? fields
        : throw new RailRejectedException(
            new RailErrorContext { Rail = ImpactDescriptor.Id, Connection = connection, Operation = operation, RailMessage = "Nothing was sent." },
            errors);
}
