using Bridge.Model.Identity;

namespace Bridge.Engine.Execution;

/// <summary>A change that is committed together with a journal record, or not at all. A closed family.</summary>
public abstract record StoreChange
{
    private StoreChange()
    {
    }

    /// <summary>Writes the state of a step.</summary>
    public sealed record SetStep(StepRow Row) : StoreChange;

    /// <summary>Writes a row of the id map.</summary>
    public sealed record SetIdMap(IdMapRow Row) : StoreChange;

    /// <summary>Removes a row of the id map.</summary>
    public sealed record RemoveIdMap(EntityKind Entity, string Source) : StoreChange;

    /// <summary>Writes the state of a run.</summary>
    public sealed record SetRun(RunRow Row) : StoreChange;

    /// <summary>Writes a checkpoint; null removes it.</summary>
    public sealed record SetCheckpoint(string Key, string? Value) : StoreChange;

    /// <summary>Writes a small JSON document (approval, decision, plan row, hand-off), by kind and key.</summary>
    public sealed record SetDocument(string Kind, string Key, string Json) : StoreChange;
}
