using Bridge.Engine.Planning;
using Bridge.Engine.Validation;
using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Engine.Mapping;

/// <summary>What is learnt on the way of one record.</summary>
internal sealed class MappingNotes(EntityKind entity, string subject)
{
    public EntityKind Entity => entity;

    public string Subject => subject;

    public List<Loss> Losses { get; } = [];

    public List<Finding> Findings { get; } = [];

    /// <summary>Decisions of the profile that shaped the record, for "explain".</summary>
    public List<string> Why { get; } = [];

    public Exclusion? Exclusion { get; private set; }

    /// <summary>Leaves the record out by a decision of the profile.</summary>
    public void Exclude(Outcome outcome, string reason, string message) => Exclusion ??= new Exclusion(outcome, reason, message);

    public void Report(FindingDefinition definition, string? place, string? value, string message) =>
        Findings.Add(new RuleBreach(place, value, message).ToFinding(definition, entity, subject));

    public void Lose(string code, Fidelity fidelity, string path, string message) =>
        Losses.Add(new Loss { Code = code, Fidelity = fidelity, Path = path, Message = message });
}
