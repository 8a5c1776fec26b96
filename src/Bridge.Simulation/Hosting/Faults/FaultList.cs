namespace Bridge.Simulation.Hosting.Faults;

/// <summary>The faults of one rail. Of the rules that hit a request, the one added first acts.</summary>
public sealed class FaultList
{
    private static readonly byte[] Garbage = "<html><body><h1>502 Bad Gateway</h1></body></html>"u8.ToArray();
    private readonly Lock gate = new();
    private readonly List<Armed> armed = [];

    /// <summary>Adds a fault; its count starts now.</summary>
    public void Add(FaultRule rule)
    {
        lock (gate)
        {
            armed.Add(new Armed(rule));
        }
    }

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (gate)
        {
            armed.Clear();
        }
    }

    /// <summary>Runs a request through the faults.</summary>
    /// <param name="request">The request.</param>
    /// <param name="kind">The rail's name for the operation, or null.</param>
    /// <param name="process">What the rail does without a fault.</param>
    /// <param name="refuse">The rail's own answer for a status, in its own shape.</param>
    internal SimulatedResponse Run(
        SimulatedRequest request, string? kind, Func<SimulatedResponse> process, Func<int, SimulatedResponse> refuse)
    {
        if (Next(request, kind) is not { } rule)
            return process();

        var response = rule.Action switch
        {
            FaultAction.RefuseBeforeProcessing => refuse(rule.Status),
            FaultAction.AppliedLost => process() with { Fate = ResponseFate.Lost },
            FaultAction.AppliedStatus => Processed(process, refuse, rule.Status),
            FaultAction.AppliedTruncated => process() with { Fate = ResponseFate.Truncated },
            FaultAction.AppliedGarbage => process() with { Status = 200, Headers = [new("Content-Type", "text/html")], Body = Garbage },
            FaultAction.AppliedTwice => Twice(process),
            FaultAction.Dropped => refuse(503) with { Fate = ResponseFate.Lost },
            FaultAction.Throttle => refuse(429),
            FaultAction.Slow => Slowed(process(), rule.Delay),
            FaultAction.Revoke => refuse(401),
            _ => throw new InvalidOperationException($"Unknown fault {rule.Action}."),
        };
        return WithHeaders(response, rule.Headers);
    }

    private FaultRule? Next(SimulatedRequest request, string? kind)
    {
        lock (gate)
        {
            FaultRule? found = null;
            foreach (var fault in armed.Where(fault => fault.Rule.Meets(request, kind)))
            {
                fault.Count++;
                if (found is null && fault.Rule.Hits(fault.Count))
                    found = fault.Rule;
            }

            return found;
        }
    }

    private static SimulatedResponse Processed(Func<SimulatedResponse> process, Func<int, SimulatedResponse> refuse, int status)
    {
        process();
        return refuse(status);
    }

    private static SimulatedResponse Twice(Func<SimulatedResponse> process)
    {
        process();
        return process();
    }

    private static SimulatedResponse Slowed(SimulatedResponse response, TimeSpan delay) =>
        response with { Latency = response.Latency + delay };

    private static SimulatedResponse WithHeaders(SimulatedResponse response, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        if (headers.Count == 0)
            return response;

        var kept = response.Headers.Where(old => !headers.Any(pair => string.Equals(pair.Key, old.Key, StringComparison.OrdinalIgnoreCase)));
        return response with { Headers = [.. kept, .. headers] };
    }

    private sealed class Armed(FaultRule rule)
    {
        public FaultRule Rule { get; } = rule;

        public int Count { get; set; }
    }
}
