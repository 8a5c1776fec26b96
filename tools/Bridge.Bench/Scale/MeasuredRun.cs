namespace Bridge.Bench.Scale;

/// <summary>What the measured process says of one dry run.</summary>
internal sealed record MeasuredRun
{
    /// <summary>Stages in their order.</summary>
    public required IReadOnlyList<StageFigure> Stages { get; init; }

    /// <summary>Peak resident memory of the process before the first stage, in MiB.</summary>
    public required decimal StartMiB { get; init; }

    /// <summary>Largest peak of the run, in MiB.</summary>
    public required decimal PeakMiB { get; init; }

    /// <summary>Processor time of the process, in seconds.</summary>
    public required decimal ProcessorSeconds { get; init; }

    /// <summary>Steps of the plan.</summary>
    public required long PlanSteps { get; init; }

    /// <summary>Hash of the plan.</summary>
    public required string PlanHash { get; init; }
}
