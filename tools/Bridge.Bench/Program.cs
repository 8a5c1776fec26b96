using Bridge.Bench;
using Bridge.Bench.Scale;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    return args switch
    {
        ["scale", .. var rest] => await ScaleCommand.RunAsync(rest, stop.Token),
        ["stage", .. var rest] => await StageCommand.RunAsync(rest, stop.Token),
        [StageCommand.Verb, .. var rest] => await StageCommand.MeasureAsync(rest, stop.Token),
        [ScaleWorld.Verb, .. var rest] => await ScaleWorld.RunAsync(rest, stop.Token),
        [ScaleMeasurement.Verb, .. var rest] => await ScaleMeasurement.RunAsync(rest, stop.Token),
        ["list"] => Usage.List(),
        [] or ["--help"] or ["-h"] or ["help"] => Usage.Help(),
        [var other, ..] => Usage.Unknown(other),
    };
}
catch (BenchException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped.");
    return 1;
}
