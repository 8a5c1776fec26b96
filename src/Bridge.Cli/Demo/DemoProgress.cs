using Bridge.Engine.Execution;

namespace Bridge.Cli.Demo;

/// <summary>A line now and then while a run goes on.</summary>
/// <param name="what">What is going on.</param>
/// <param name="tell">Takes the lines.</param>
internal sealed class DemoProgress(string what, Action<string> tell) : IProgress<ExecutionProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private long last = TimeProvider.System.GetTimestamp();

    public void Report(ExecutionProgress value)
    {
        if (TimeProvider.System.GetElapsedTime(last) >= Interval)
        {
            last = TimeProvider.System.GetTimestamp();
            tell($"  {what}: {value.Done} of {value.Total} steps done, {value.Waiting} wait for people or partners, {value.Calls} calls.");
        }
    }
}
