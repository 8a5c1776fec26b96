using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>A template that partners of the plan need, and what is known of it. An equal template id is no evidence: only a contract that was read is.</summary>
public sealed record PlannedTemplate
{
    /// <summary>Source template.</summary>
    public required string Key { get; init; }

    /// <summary>Name on the target.</summary>
    public required string Name { get; init; }

    /// <summary>Template on the target, or the step that has it built.</summary>
    public required TargetRef Template { get; init; }

    /// <summary>Fingerprint of the terms that it must give, see <see cref="TemplateTermsHash"/>.</summary>
    public required string Terms { get; init; }

    /// <summary>What proves it already: a contract on the target, or an earlier run; null for a template that is declared only.</summary>
    public string? Proof { get; init; }

    /// <summary>Partner who proves it first; null when it is proved already.</summary>
    public PlannedCanary? Canary { get; init; }
}
