using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Engine.Validation;

/// <summary>A place where a rule is broken.</summary>
/// <param name="Place">Field path; null for the record as a whole.</param>
/// <param name="Value">Offending value; null when it is personal or absent.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
internal sealed record RuleBreach(string? Place, string? Value, string Message)
{
    private const int LongestValue = 200;

    /// <summary>The finding that a report shows.</summary>
    public Finding ToFinding(FindingDefinition definition, EntityKind? entity, string? subject) => new()
    {
        Code = definition.Code,
        Severity = definition.Severity,
        Entity = entity,
        Subject = subject,
        Place = Place,
        Value = Value is { Length: > LongestValue } ? Value[..LongestValue] + "..." : Value,
        Message = Message,
        Remedy = definition.Remedy,
    };
}
