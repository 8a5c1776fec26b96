namespace Bridge.Engine.Readiness;

/// <summary>What a check came to about one subject.</summary>
public sealed record ReadinessItem
{
    /// <summary>The subject of checks that are about the program as a whole.</summary>
    public const string Program = "program";

    /// <summary>Check.</summary>
    public required ReadinessCheck Check { get; init; }

    /// <summary>An event type, a host, a partner's source id, or <see cref="Program"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>Name for people; null when the subject says it.</summary>
    public string? Name { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReadinessState State { get; init; }

    /// <summary>What was seen.</summary>
    public required string Evidence { get; init; }

    /// <summary>Who looks after it; null for nobody.</summary>
    public string? Owner { get; init; }

    /// <summary>Until when; null for no day.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What a person answered; null for nothing.</summary>
    public string? Answer { get; init; }
}
