using Bridge.Engine.Execution;
using Microsoft.Extensions.Logging;

namespace Bridge.Worker;

/// <summary>Log lines of the worker.</summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Information, "Migration {MigrationId}: plan {PlanHash} with {Steps} steps waits for approval.")]
    public static partial void Planned(ILogger logger, string migrationId, string planHash, long steps);

    [LoggerMessage(4002, LogLevel.Information, "Migration {MigrationId}: run {RunId} is {Status}.")]
    public static partial void Continued(ILogger logger, string migrationId, string runId, RunStatus status);

    [LoggerMessage(4003, LogLevel.Error, "{Job} of '{Folder}' failed: {Problem}")]
    public static partial void JobFailed(ILogger logger, string job, string folder, string problem);

    [LoggerMessage(4004, LogLevel.Information, "{Folder}: {What} on schedule '{Cron}'.")]
    public static partial void Scheduled(ILogger logger, string folder, string what, string cron);
}
