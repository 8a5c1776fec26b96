using Bridge.Model.Collections;

namespace Bridge.Engine.Privacy;

/// <summary>That a partner's people were erased; a document of the run store, by the partner's key on the source. It holds no personal value.</summary>
public sealed record ErasedPartner
{
    /// <summary>Document kind in the run store.</summary>
    public const string Kind = "erasedPartner";

    /// <summary>Who had it done.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True once it was lifted: the partner may be read and moved again.</summary>
    public bool Lifted { get; init; }

    /// <summary>Ids of the partner on the target, as far as they are known.</summary>
    public ValueList<string> Targets { get; init; } = [];
}
