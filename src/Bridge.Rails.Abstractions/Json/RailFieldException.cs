namespace Bridge.Rails.Abstractions.Json;

/// <summary>A field of an answer is missing or unreadable. The message names the field and the rule, never the value.</summary>
public sealed class RailFieldException(string field, string rule) : FormatException($"field '{field}' {rule}")
{
    /// <summary>The rail's name of the field.</summary>
    public string Field { get; } = field;
}
