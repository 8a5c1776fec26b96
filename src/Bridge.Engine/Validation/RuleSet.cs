using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Engine.Validation;

/// <summary>All rules on one kind of record, in code order.</summary>
/// <typeparam name="TSource">Canonical source type.</typeparam>
/// <typeparam name="TDesired">Desired form.</typeparam>
internal sealed class RuleSet<TSource, TDesired>(EntityKind entity, RuleContext context)
{
    private readonly IRecordRule<TSource, TDesired>[] rules =
        [.. RuleScan.Find<IRecordRule<TSource, TDesired>>().OrderBy(rule => rule.Definition.Code, StringComparer.Ordinal)];

    /// <summary>Adds a finding for everything that breaks a rule.</summary>
    public void Check(string subject, TSource source, TDesired desired, List<Finding> findings)
    {
        foreach (var rule in rules)
        {
            foreach (var breach in rule.Check(source, desired, context))
            {
                findings.Add(breach.ToFinding(rule.Definition, entity, subject));
            }
        }
    }
}
