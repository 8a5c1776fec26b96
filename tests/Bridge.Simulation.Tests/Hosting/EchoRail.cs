using System.Text;
using Bridge.Simulation.Hosting;

namespace Bridge.Simulation.Tests.Hosting;

/// <summary>Answers with what it was asked, and notices calls that overlap.</summary>
internal sealed class EchoRail : ISimulatedRail
{
    private int inside;

    public string Rail => "echo";

    public bool Overlapped { get; private set; }

    public int Calls { get; private set; }

    public Func<SimulatedResponse, SimulatedResponse> Shape { get; set; } = response => response;

    public SimulatedResponse Handle(SimulatedRequest request)
    {
        if (Interlocked.Increment(ref inside) > 1)
            Overlapped = true;
        Calls++;
        var query = string.Join('|', request.Query.Select(pair => $"{pair.Key}={pair.Value}"));
        var text = $"{request.Method} {request.Path} [{query}] {request.Header("X-Mark")} {Encoding.UTF8.GetString(request.Body.Span)}";
        Thread.SpinWait(20_000);
        Interlocked.Decrement(ref inside);
        return Shape(new SimulatedResponse(207, [new("Content-Type", "text/plain"), new("X-Echo", "yes")], Encoding.UTF8.GetBytes(text)));
    }
}
