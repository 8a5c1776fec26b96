using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Changes;
using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>Names of the partners that examples mention: learnt from the lines about the partners themselves, for these few only.</summary>
internal sealed class PartnerNames
{
    private readonly Dictionary<string, string?> names;

    public PartnerNames(IEnumerable<string> partners) =>
        names = partners.Distinct(StringComparer.Ordinal).ToDictionary(partner => partner, _ => (string?)null, StringComparer.Ordinal);

    public void Add(PlanLine line)
    {
        var (entity, key, label) = line switch
        {
            StepLine { Step: var step } => (step.Entity, StepSubject.PartnerOf(step), StepSubject.LabelOf(step)),
            OutcomeLine outcome => (outcome.Entity, outcome.Source, outcome.Label),
            _ => (default, null, null),
        };
        if (entity == EntityKind.Partner && key is not null && label is not null && names.ContainsKey(key))
        {
            names[key] = label;
        }
    }

    public RecordName Complete(RecordName record) =>
        record.Partner is { } partner && names.TryGetValue(partner, out var name) ? record with { PartnerName = name } : record;
}
