using Bridge.Engine.Execution;
using Bridge.Worker.Jobs;
using Microsoft.Extensions.Logging;

namespace Bridge.Worker;

/// <summary>Log lines of the worker. Migrations are named by their folder; no line holds a personal value or a secret.</summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Information, "{Migration}: plan {PlanHash} with {Steps} steps waits for approval. See it with 'bridge show plan latest'.")]
    public static partial void Planned(ILogger logger, string migration, string planHash, long steps);

    [LoggerMessage(4002, LogLevel.Information, "{Migration}: run {RunId} is {Status}{Reason}: {Steps}.")]
    public static partial void Continued(ILogger logger, string migration, string runId, RunStatus status, string reason, string steps);

    [LoggerMessage(4003, LogLevel.Error, "{Migration}: {What} did not work. {Problem}")]
    public static partial void JobFailed(ILogger logger, string migration, string what, string problem);

    [LoggerMessage(4004, LogLevel.Information, "{Migration}: {What} on '{Cron}' ({Zone}), next {Next:yyyy-MM-dd HH:mm:ss zzz}.")]
    public static partial void Scheduled(ILogger logger, string migration, Stage what, string cron, string zone, DateTimeOffset? next);

    [LoggerMessage(4005, LogLevel.Information, "{Migration}: {What} on '{Cron}' ({Zone}), was due {Due:yyyy-MM-dd HH:mm:ss zzz} while no worker ran: once, now.")]
    public static partial void Missed(ILogger logger, string migration, Stage what, string cron, string zone, DateTimeOffset due);

    [LoggerMessage(4006, LogLevel.Information, "{Migration}: {What} has no schedule in bridge.yaml.")]
    public static partial void Unscheduled(ILogger logger, string migration, Stage what);

    [LoggerMessage(4007, LogLevel.Warning, "{Migration}: left out until its bridge.yaml is put right and the worker is started again.")]
    public static partial void LeftOut(ILogger logger, string migration);

    [LoggerMessage(4008, LogLevel.Information, "{Migration}: there is no bridge.yaml any more; its jobs are removed.")]
    public static partial void Gone(ILogger logger, string migration);

    [LoggerMessage(4009, LogLevel.Information, "Serving {Count} migrations of {Root}; {LeftOut} left out.")]
    public static partial void Serving(ILogger logger, int count, string root, int leftOut);

    [LoggerMessage(4010, LogLevel.Information, "Stopping at the next safe point, within {Seconds} s.")]
    public static partial void Stopping(ILogger logger, double seconds);

    [LoggerMessage(4011, LogLevel.Information, "{Migration}: {What} was interrupted at a safe point; the next start goes on.")]
    public static partial void Interrupted(ILogger logger, string migration, Stage what);

    [LoggerMessage(4012, LogLevel.Information, "{Migration}: {What} waits for its next firing. {Problem}")]
    public static partial void Busy(ILogger logger, string migration, string what, string problem);

    [LoggerMessage(4013, LogLevel.Error, "{Migration}: {What} met an unexpected {Kind}: {Problem} This is a defect of Bridge; please report it.")]
    public static partial void Defect(ILogger logger, string migration, string what, string kind, string problem);

    [LoggerMessage(4014, LogLevel.Debug, "{Migration}: where it happened.")]
    public static partial void DefectStack(ILogger logger, string migration, Exception error);

    [LoggerMessage(4015, LogLevel.Information, "{Migration}: extracting both sides.")]
    public static partial void Extracting(ILogger logger, string migration);

    [LoggerMessage(4016, LogLevel.Warning, "{Migration}: {Blocking} findings block plan {PlanHash}. See them with 'bridge show plan latest'.")]
    public static partial void Blocked(ILogger logger, string migration, long blocking, string planHash);

    [LoggerMessage(4017, LogLevel.Information, "{Migration}: {Entity}: {Equation}")]
    public static partial void Sum(ILogger logger, string migration, string entity, string equation);

    [LoggerMessage(4018, LogLevel.Debug, "{Migration}: run {RunId} is still {Status}; nothing has changed.")]
    public static partial void Unmoved(ILogger logger, string migration, string runId, RunStatus status);
}
