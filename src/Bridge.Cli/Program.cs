using System.Runtime.InteropServices;
using Bridge.Cli;

// The first Ctrl-C or SIGTERM asks to stop at the next safe point; the second one ends the process as usual.
using var stop = new CancellationTokenSource();
void Ask(PosixSignalContext signal)
{
    if (!stop.IsCancellationRequested)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
return await BridgeCommandLine.RunAsync(args, CliEnvironment.OfProcess(), stop.Token);
