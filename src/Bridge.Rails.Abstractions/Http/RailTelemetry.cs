using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>Names and instruments of the rail kit's traces and metrics. Tags hold no address, no body, no personal data.</summary>
public static class RailTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "Bridge.Rails";

    internal static ActivitySource Source { get; } = new(Name);

    internal static Meter Meter { get; } = new(Name);

    internal static Counter<long> Calls { get; } = Meter.CreateCounter<long>("bridge.rail.calls", "{call}", "Calls to rails by operation and outcome.");

    internal static Counter<long> Attempts { get; } = Meter.CreateCounter<long>("bridge.rail.attempts", "{attempt}", "Attempts, repeats of reads included.");

    internal static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>("bridge.rail.call.duration", "s", "Duration of calls, waits for permits included.");
}
