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
    private readonly Lock gate = new();
    private readonly CliEnvironment environment;
    private readonly IRateBudgetView? budget;
    private readonly long start;
    private long shown;
    private long? firstDone;
    private bool any;

    public WorkProgress(CliEnvironment environment, IRateBudgetView? budget)
    {
        this.environment = environment;
        this.budget = budget;
        start = shown = environment.Clock.GetTimestamp();
    }

    /// <inheritdoc />
    public void Report(ExtractionProgress value)
    {
        var rate = value.Elapsed > TimeSpan.Zero ? value.Records / value.Elapsed.TotalSeconds : 0;
        var total = value.Total is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all:N0}") : "";
        Show(value.Complete, () => string.Create(
            CultureInfo.InvariantCulture,
            $"{EntityNames.Of(value.Entity)}: {value.Records:N0}{total} records, {value.Pages:N0} pages, {rate:N0}/s{Left(value.Total - value.Records, rate)}"));
    }

    /// <inheritdoc />
    public void Report(ExecutionProgress value)
    {
        firstDone ??= value.Done;
        var seconds = environment.Clock.GetElapsedTime(start).TotalSeconds;
        var rate = seconds > 0 ? (value.Done - firstDone.Value) / seconds : 0;
        Show(value.Done == value.Total, () => string.Create(
            CultureInfo.InvariantCulture,
            $"{value.Activity}: {value.Done:N0} of {value.Total:N0} steps done, {value.Waiting:N0} waiting, {value.Calls:N0} calls, {rate * 60:N0}/min{Left(value.Total - value.Done - value.Waiting, rate)}"));
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

            shown = environment.Clock.GetTimestamp();
            any = true;
            var line = text() + Budget();
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
