using Bridge.Engine.Migrations;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Settings;
using Quartz;

namespace Bridge.Worker.Schedules;

/// <summary>Reads the cron expressions of a schedule as the scheduler does. <c>H</c> stands for a value that depends on the migration's name.</summary>
internal static class CronCheck
{
    /// <summary>Reads both.</summary>
    /// <exception cref="MigrationInvalidException">One cannot be read, or never fires.</exception>
    public static void Check(ScheduleDefinition? schedule, string migration, DateTimeOffset now)
    {
        if (schedule is null)
        {
            return;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone);
        var findings = new List<Finding>();
        Check(findings, "extract", schedule.Extract, schedule.ExtractPlace, migration, zone, now);
        Check(findings, "observe", schedule.Observe, schedule.ObservePlace, migration, zone, now);
        if (findings.Count > 0)
        {
            throw new MigrationInvalidException(findings);
        }
    }

    private static void Check(List<Finding> findings, string key, string? text, FileLocation? place, string migration, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (text is null)
        {
            return;
        }

        string? problem = null;
        try
        {
            var trigger = TriggerBuilder.Create().WithIdentity(key, migration).WithCronSchedule(text, cron => cron.InTimeZone(zone)).Build();
            problem = trigger.GetFireTimeAfter(now) is null ? "It never fires again." : null;
        }
        catch (FormatException error)
        {
            problem = error.Message;
        }

        if (problem is not null)
        {
            findings.Add(new Finding
            {
                Code = MigrationReader.CronCode,
                Severity = Severity.Blocking,
                Place = place?.ToString() ?? MigrationReader.FileName,
                Value = text,
                Message = $"'schedule.{key}' is no cron expression that can be used. {problem}",
                Remedy = "Write for example 0 0 2 * * ? for every night at two; H in place of a number spreads migrations over the hour or minute.",
            });
        }
    }
}
