using System.Data.Common;
using Bridge.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Bridge.Worker;

/// <summary>The process: arguments in, exit code out.</summary>
internal static class WorkerProgram
{
    private const int Done = 0;
    private const int Failed = 1;
    private const string TooLate = "The worker was asked to stop and a job did not reach a safe point in time. Nothing is lost: the next start looks up what was in flight.";

    /// <summary>Serves until it is asked to stop.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var parsed = WorkerArguments.Parse(arguments, Environment.GetEnvironmentVariable, Environment.CurrentDirectory);
        if (parsed.Settings is not { } settings)
        {
            await (parsed.Problem is null ? output : error).WriteLineAsync(parsed.Problem ?? WorkerArguments.Help);
            return parsed.Problem is null ? Done : Failed;
        }

        try
        {
            using var only = WorkerLock.Take(settings.Home);
            using var host = WorkerHost.Build(settings, logging => logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
            }));
            var underWay = host.Services.GetRequiredService<JobsUnderWay>();
            await host.RunAsync();
            if (underWay.Count == 0)
            {
                return Done;
            }

            await error.WriteLineAsync(TooLate);
        }
        catch (WorkerStartException problem)
        {
            await error.WriteLineAsync(problem.Message);
        }
        catch (DllNotFoundException problem)
        {
            await error.WriteLineAsync(problem.Message);
        }
        catch (Exception problem) when (problem is SchedulerException or DbException)
        {
            await error.WriteLineAsync($"{settings.ScheduleFile} cannot be used: {problem.Message} It holds nothing that bridge.yaml does not: move it away and start again; only firings that were missed are forgotten.");
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync(TooLate);
        }

        return Failed;
    }
}
