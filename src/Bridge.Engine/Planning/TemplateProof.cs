namespace Bridge.Engine.Planning;

/// <summary>What this installation has proved of a template by reading a contract that was made from it; a document of the run store.</summary>
/// <param name="Template">Template on the target.</param>
/// <param name="Terms">Fingerprint of the terms that it was proved against.</param>
/// <param name="Contract">Contract that was read.</param>
/// <param name="Run">Run that read it.</param>
/// <param name="At">When.</param>
/// <param name="Refuted">True when a later contract showed other terms: then it proves nothing any more.</param>
public sealed record TemplateProof(string Template, string Terms, string Contract, string Run, DateTimeOffset At, bool Refuted = false)
{
    /// <summary>Document kind in the run store; the key is the source template.</summary>
    public const string Kind = "templateProof";

    /// <summary>True when it proves that a template gives certain terms.</summary>
    public bool Proves(string? template, string terms) => !Refuted && template is not null && Template == template && Terms == terms;
}
