using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Engine.Migrations;

/// <summary>When the worker runs a migration's pipeline by itself.</summary>
/// <param name="Extract">Cron expression of Quartz for extract and plan; null for never.</param>
/// <param name="Observe">Cron expression for looking whether people and partners are done; null for never.</param>
/// <param name="TimeZone">IANA time zone of both.</param>
public sealed record ScheduleDefinition(string? Extract, string? Observe, string TimeZone)
{
    /// <summary>Where <see cref="Extract"/> is written; null when it is not.</summary>
    public FileLocation? ExtractPlace { get; init; }

    /// <summary>Where <see cref="Observe"/> is written; null when it is not.</summary>
    public FileLocation? ObservePlace { get; init; }
}
