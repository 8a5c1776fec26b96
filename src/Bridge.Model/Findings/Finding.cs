using Bridge.Model.Identity;

namespace Bridge.Model.Findings;

/// <summary>
/// A problem found in data, settings or a profile: never thrown, always collected in full. It names place, value, rule and
/// remedy, and never carries a personal value or a secret.
/// </summary>
public sealed record Finding
{
    /// <summary>Stable code, for example <c>BRG-PARTNER-002</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Weight.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Kind of record it is about; null when it is about a file, a setting or the whole plan.</summary>
    public EntityKind? Entity { get; init; }

    /// <summary>Source key of the record it is about; null as above.</summary>
    public string? Subject { get; init; }

    /// <summary>Where: <c>file:line</c>, a field path, or a profile path with line and column; null when the subject says it all.</summary>
    public string? Place { get; init; }

    /// <summary>The offending value; null when it is personal, secret or absent.</summary>
    public string? Value { get; init; }

    /// <summary>What is wrong, by which rule, in one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Remedy { get; init; }

    /// <inheritdoc />
    public override string ToString() =>
        $"{Code} {(Place is null ? "" : Place + ": ")}{Message}{(Value is null ? "" : $" (value '{Value}')")} {Remedy}";
}
