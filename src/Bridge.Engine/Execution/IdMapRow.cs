using Bridge.Model.Identity;

namespace Bridge.Engine.Execution;

/// <summary>One row of the id map: which object on the target stands for which source record. Exported as the crosswalk.</summary>
public sealed record IdMapRow
{
    /// <summary>Kind of object.</summary>
    public required EntityKind Entity { get; init; }

    /// <summary>Source key.</summary>
    public required string Source { get; init; }

    /// <summary>Native id on the target; the tracking URL for links of rails that give links no id.</summary>
    public required string Target { get; init; }

    /// <summary>True when Bridge made the object, false when it was found and adopted.</summary>
    public required bool Created { get; init; }

    /// <summary>True when a rollback left the object where it was because nothing can undo it; the next plan adopts it instead of making a second one.</summary>
    public bool Kept { get; init; }

    /// <summary>Run that wrote the row.</summary>
    public required string RunId { get; init; }

    /// <summary>SHA-256 of the draft that was written: tells whether a later plan wants something else. Null for adopted objects.</summary>
    public string? DraftHash { get; init; }
}
