using Bridge.Model.Identity;

namespace Bridge.Engine.Planning;

/// <summary>What a plan was made from. Everything that can change its steps is here by hash; no clock and no path is.</summary>
public sealed record PlanHeader : PlanLine
{
    /// <summary>Version of the plan format.</summary>
    public int Format { get; init; } = 1;

    /// <summary>What it is for.</summary>
    public required PlanKind Kind { get; init; }

    /// <summary>Client.</summary>
    public required string Client { get; init; }

    /// <summary>Migration.</summary>
    public required string Migration { get; init; }

    /// <summary>Source connection.</summary>
    public required string SourceConnection { get; init; }

    /// <summary>Target connection.</summary>
    public required string TargetConnection { get; init; }

    /// <summary>Rail id of the source.</summary>
    public required string SourceRail { get; init; }

    /// <summary>Rail id of the target.</summary>
    public required string TargetRail { get; init; }

    /// <summary>Account of the target, read from the rail; checked again before the first call.</summary>
    public required string TargetAccount { get; init; }

    /// <summary>Program on the target.</summary>
    public required ProgramId TargetProgram { get; init; }

    /// <summary>Name of the program on the target; the operator types it before the first mutating call. Null in plans that do not say.</summary>
    public string? TargetProgramName { get; init; }

    /// <summary>Snapshot of the source: hash over its records in key order. Null for a rollback.</summary>
    public string? SourceSnapshot { get; init; }

    /// <summary>Snapshot of the target, as above.</summary>
    public string? TargetSnapshot { get; init; }

    /// <summary>Hash of the mapping profile.</summary>
    public string? Profile { get; init; }

    /// <summary>Hash of the overrides file; null when there is none.</summary>
    public string? Overrides { get; init; }

    /// <summary>Hash of the answers to questions that change how files are read or what is planned; null when there is none.</summary>
    public string? Answers { get; init; }

    /// <summary>Hash of the decisions (answers to questions and work items).</summary>
    public string? Decisions { get; init; }

    /// <summary>Hash of the recorded authorities that held; null when there was none.</summary>
    public string? Authorities { get; init; }

    /// <summary>Hash of the list of those who want no mail; null when there is none.</summary>
    public string? OptOut { get; init; }

    /// <summary>Hash of the id map.</summary>
    public string? IdMap { get; init; }

    /// <summary>Hash of what this installation has proved of templates; null when that is nothing.</summary>
    public string? TemplateProofs { get; init; }

    /// <summary>Versions of both connectors.</summary>
    public required string Connectors { get; init; }

    /// <summary>Run that a rollback takes back; null for an apply.</summary>
    public string? RollsBack { get; init; }

    /// <summary>Journal number up to which that run was read; null for an apply.</summary>
    public long? JournalHead { get; init; }
}
