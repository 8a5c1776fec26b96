using System.Globalization;
using Bridge.Engine.Execution;
using Bridge.Engine.Extraction;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Cli.Output;

/// <summary>
/// Progress of long work on the error stream: one live line on a terminal, a plain line every few seconds elsewhere. Rates and
/// remaining time are those of this process on the real clock.
/// </summary>
internal sealed class WorkProgress : IProgress<ExtractionProgress>, IProgress<ExecutionProgress>, IDisposable
{
    private static readonly TimeSpan Plain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Live = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);
    private readonly Lock gate = new();
    private readonly CliEnvironment environment;
    private readonly IRateBudgetView? budget;
    private EntityKind? entity;
    private ExecutionActivity? activity;
    private long since;
    private long first;
    private long shown;
    private string? said;
    private bool any;

    public WorkProgress(CliEnvironment environment, IRateBudgetView? budget)
    {
        this.environment = environment;
        this.budget = budget;
        since = shown = environment.Clock.GetTimestamp();
    }

    /// <inheritdoc />
    public void Report(ExtractionProgress value)
    {
        if (entity != value.Entity)
        {
            entity = value.Entity;
            first = value.Records;
            since = environment.Clock.GetTimestamp();
        }

        var rate = Rate(value.Records);
        var total = value.Total is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all:N0}") : "";
        Show(value.Complete, () => string.Create(
            CultureInfo.InvariantCulture, $"{EntityNames.Of(value.Entity)}: {value.Records:N0}{total} records, {value.Pages:N0} pages{PerMinute(rate)}{Left(value.Total - value.Records, rate)}"));
    }

    /// <inheritdoc />
    public void Report(ExecutionProgress value)
    {
        if (activity != value.Activity)
        {
            activity = value.Activity;
            first = value.Done;
            since = environment.Clock.GetTimestamp();
        }

        var sending = value.Activity == ExecutionActivity.Sending;
        var rate = sending ? Rate(value.Done) : 0;
        var word = value.Activity == ExecutionActivity.Waiting ? "waiting for people and partners" : sending ? "sending" : "checking";
        Show(value.Done == value.Total, () => string.Create(
            CultureInfo.InvariantCulture,
            $"{word}: {value.Done:N0} of {value.Total:N0} steps done, {value.Waiting:N0} waiting, {value.Calls:N0} calls{PerMinute(rate)}{Left(value.Total - value.Done - value.Waiting, rate)}"));
    }

    /// <summary>Ends the live line.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (any && environment.ErrorIsTerminal)
            {
                environment.Error.WriteLine();
                any = false;
            }
        }
    }

    private double Rate(long reached)
    {
        var seconds = environment.Clock.GetElapsedTime(since).TotalSeconds;
        return seconds >= 1 ? (reached - first) / seconds : 0;
    }

    private static string PerMinute(double rate) => rate > 0 ? string.Create(CultureInfo.InvariantCulture, $", {rate * 60:N0}/min") : "";

    private static string Left(long? steps, double rate) => steps is > 0 and var left && rate > 0 && left / rate < 86400 * 30
        ? string.Create(CultureInfo.InvariantCulture, $", {TimeSpan.FromSeconds(Math.Ceiling(left / rate)):d\\.hh\\:mm\\:ss} left").Replace(" 0.", " ", StringComparison.Ordinal)
        : "";

    private void Show(bool important, Func<string> text)
    {
        lock (gate)
        {
            var every = environment.ErrorIsTerminal ? Live : Plain;
            if (!important && any && environment.Clock.GetElapsedTime(shown) < every)
            {
                return;
            }

            // Away from a terminal a run that waits for weeks says the same thing once an hour.
            var line = text();
            if (!environment.ErrorIsTerminal && line == said && environment.Clock.GetElapsedTime(shown) < Again)
            {
                return;
            }

            shown = environment.Clock.GetTimestamp();
            said = line;
            any = true;
            line += Budget();
            if (environment.ErrorIsTerminal)
            {
                var room = Math.Max(20, environment.Width - 1);
                environment.Error.Write("\r" + (line.Length > room ? line[..room] : line).PadRight(room));
            }
            else
            {
                environment.Error.WriteLine(line);
            }
        }
    }

    private string Budget()
    {
        if (budget?.Budgets() is not { Count: > 0 } budgets)
        {
            return "";
        }

        var tightest = budgets.MaxBy(each => each.Allowed == 0 ? 1m : (decimal)each.Used / each.Allowed)!;
        var held = tightest.HeldUntil is { } until ? string.Create(CultureInfo.InvariantCulture, $", held until {until:HH:mm:ss}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"; budget {tightest.Used:N0} of {tightest.Allowed:N0} per {RateText.Of(tightest.Window)}{held}");
    }
}
