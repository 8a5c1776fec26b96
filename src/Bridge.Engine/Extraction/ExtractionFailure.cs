using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Errors;

namespace Bridge.Engine.Extraction;

/// <summary>Why an extraction stopped and what to do.</summary>
public sealed record ExtractionFailure
{
    /// <summary>Kind.</summary>
    public required ExtractionFailureKind Kind { get; init; }

    /// <summary>Entity that was being read; null for the program and for sealing.</summary>
    public EntityKind? Entity { get; init; }

    /// <summary>Key of the record concerned; null when it is not about one.</summary>
    public string? Record { get; init; }

    /// <summary>Meaning of the rail's error; null for other kinds.</summary>
    public RailErrorKind? RailError { get; init; }

    /// <summary>How long the rail asks to wait; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What went wrong, with place and rule.</summary>
    public required string Message { get; init; }

    /// <summary>What to do.</summary>
    public required string Remedy { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Message} {Remedy}";
}
