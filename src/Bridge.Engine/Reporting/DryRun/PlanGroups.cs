using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Changes;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>Lines of a plan gathered by what they have in common. Grows with the number of codes and kinds, not of records.</summary>
/// <param name="limits">How many examples are kept.</param>
internal sealed class PlanGroups(ReportLimits limits)
{
    private readonly Dictionary<(string Code, Severity Severity), (long Count, List<Finding> Examples)> findings = [];
    private readonly Dictionary<(string Kind, string Action, StepChannel Channel, Reversibility Reversibility, string? Inverse, string? SideEffect, PartnerMail? Mail), Examples> steps = [];
    private readonly ReasonGroups reasons = new(limits);
    private readonly Dictionary<string, (Fidelity Fidelity, string Message, Examples Examples)> losses = new(StringComparer.Ordinal);
    private readonly List<(RecordName Contract, ValueList<FieldDifference> Changes)> termChanges = [];

    public long TermChangeCount { get; private set; }

    public void Add(PlanLine line)
    {
        switch (line)
        {
            case FindingLine { Finding: var finding }:
                Add(finding);
                break;
            case OutcomeLine { Reason: { } reason } outcome:
                reasons.Add(outcome.Entity, outcome.Outcome, reason, outcome.Message, () => ReasonGroups.NameOf(outcome));
                break;
            case StepLine { Step: var step }:
                Add(step);
                break;
        }
    }

    /// <summary>Keys of the partners that examples belong to.</summary>
    public IEnumerable<string> PartnersNamed() =>
        steps.Values.Concat(losses.Values.Select(group => group.Examples))
            .SelectMany(examples => examples.First)
            .Concat(reasons.Named)
            .Concat(termChanges.Select(change => change.Contract))
            .Select(record => record.Partner)
            .OfType<string>();

    public ValueList<FindingGroup> Findings() => findings
        .OrderByDescending(group => group.Key.Severity)
        .ThenBy(group => group.Key.Code, StringComparer.Ordinal)
        .Select(group => new FindingGroup { Code = group.Key.Code, Severity = group.Key.Severity, Count = group.Value.Count, Examples = [.. group.Value.Examples] })
        .ToValueList();

    public ValueList<StepGroup> Steps(PartnerNames names) => steps
        .Select(group => new StepGroup
        {
            Kind = group.Key.Kind,
            Action = group.Key.Action,
            Channel = group.Key.Channel,
            Reversibility = group.Key.Reversibility,
            Inverse = group.Key.Inverse,
            SideEffect = group.Key.SideEffect,
            Mail = group.Key.Mail,
            Count = group.Value.Count,
            Examples = group.Value.Named(names),
        })
        .ToValueList();

    public ValueList<ReasonGroup> Reasons(PartnerNames names) => reasons.All(names);

    public ValueList<LossGroup> Losses(PartnerNames names) => losses
        .OrderByDescending(group => group.Value.Fidelity)
        .ThenByDescending(group => group.Value.Examples.Count)
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new LossGroup
        {
            Code = group.Key,
            Fidelity = group.Value.Fidelity,
            Message = group.Value.Message,
            Count = group.Value.Examples.Count,
            Examples = group.Value.Examples.Named(names),
        })
        .ToValueList();

    public ValueList<TermChange> TermChanges(PartnerNames names) =>
        termChanges.Select(change => new TermChange { Contract = names.Complete(change.Contract), Changes = change.Changes }).ToValueList();

    internal static RecordName NameOf(PlanStep step) => new()
    {
        Entity = step.Entity,
        Key = step.Source ?? step.Row ?? StepIds.KeyOf(step.Id),
        Label = StepSubject.LabelOf(step),
        Partner = step.Entity == EntityKind.Partner ? null : StepSubject.PartnerOf(step),
    };

    private void Add(Finding finding)
    {
        var key = (finding.Code, finding.Severity);
        var (count, examples) = findings.TryGetValue(key, out var group) ? group : (0, []);
        if (examples.Count < limits.Examples)
        {
            examples.Add(finding);
        }

        findings[key] = (count + 1, examples);
    }

    private void Add(PlanStep step)
    {
        var key = (StepNames.Of(step), Wording.StepText.Of(step), step.Channel, step.Reversibility, step.Inverse, step.SideEffect, step.Mail);
        if (!steps.TryGetValue(key, out var examples))
        {
            steps[key] = examples = new Examples(limits.Examples);
        }

        examples.Add(() => NameOf(step));
        foreach (var loss in step.Losses)
        {
            Add(step, loss);
        }

        if (step is EstablishContract { Before: { } before } establish)
        {
            AddTermChange(establish, before);
        }
    }

    private void Add(PlanStep step, Loss loss)
    {
        var group = losses.TryGetValue(loss.Code, out var known) ? known : (loss.Fidelity, loss.Message, Examples: new Examples(limits.Examples));
        group.Examples.Add(() => NameOf(step));
        losses[loss.Code] = group with { Fidelity = (Fidelity)Math.Max((int)group.Fidelity, (int)loss.Fidelity) };
    }

    private void AddTermChange(EstablishContract step, Model.Contracts.Contract before)
    {
        TermChangeCount++;
        if (termChanges.Count < limits.TermChanges)
        {
            termChanges.Add((NameOf(step), ContractChanges.Of(before, step.Draft.Terms).ToValueList()));
        }
    }
}
