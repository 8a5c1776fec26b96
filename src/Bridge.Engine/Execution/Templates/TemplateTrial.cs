using Bridge.Model.Collections;

namespace Bridge.Engine.Execution.Templates;

/// <summary>How a template stands in a run: a document of the run store, written whenever that changes.</summary>
public sealed record TemplateTrial
{
    /// <summary>Document kind in the run store.</summary>
    public const string Kind = "templateTrial";

    /// <summary>Run.</summary>
    public required string RunId { get; init; }

    /// <summary>Source template.</summary>
    public required string Template { get; init; }

    /// <summary>State.</summary>
    public required TemplateState State { get; init; }

    /// <summary>When it came to that state.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Partners who were taken to prove it, in order; the last one counts.</summary>
    public required ValueList<TrialCanary> Canaries { get; init; }

    /// <summary>How often it went back to who built it.</summary>
    public int Corrections { get; init; }

    /// <summary>Contract that was read last; null while none was.</summary>
    public string? Contract { get; init; }

    /// <summary>What was wrong with that contract, field by field; empty when nothing was.</summary>
    public ValueList<string> Wrong { get; init; } = [];

    /// <summary>Key of the document.</summary>
    public static string KeyOf(string runId, string template) => $"{runId}/{template}";
}
