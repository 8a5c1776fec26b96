using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Execution;

/// <summary>One call to the target, as the executor handles it: look, send, look again after a doubt.</summary>
internal sealed class ApiCall
{
    /// <summary>What it does.</summary>
    public required WriteVerb Verb { get; init; }

    /// <summary>The look before the write.</summary>
    public required Func<CancellationToken, Task<GuardAnswer>> Guard { get; init; }

    /// <summary>The one call.</summary>
    public required Func<WriteContext, CancellationToken, Task<WriteReceipt>> Send { get; init; }

    /// <summary>Complete look by natural key; null where the rail has none.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<FoundObject>>>? Lookup { get; init; }

    /// <summary>Object that the step is about when the answer brings no id.</summary>
    public string? TargetId { get; init; }
}
