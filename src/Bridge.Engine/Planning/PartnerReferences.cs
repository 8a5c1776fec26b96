using Bridge.Engine.Mapping;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Compares the reference values that a partner should carry on the target with those it carries.</summary>
internal static class PartnerReferences
{
    /// <summary>
    /// The change, or null when nothing is to be changed. A value that somebody else has put there is never overwritten: it
    /// is reported.
    /// </summary>
    public static PartnerAmendment? Amend(DesiredPartner desired, Partner target, out List<Finding> findings)
    {
        findings = [];
        var after = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var changed = false;
        foreach (var reference in target.References)
        {
            after[reference.Scheme] = reference.Value;
        }

        foreach (var wanted in desired.References)
        {
            if (!after.TryGetValue(wanted.Scheme, out var now))
            {
                after[wanted.Scheme] = wanted.Value;
                changed = true;
            }
            else if (!string.Equals(now, wanted.Value, StringComparison.Ordinal))
            {
                findings.Add(new Finding
                {
                    Code = "BRG-PLAN-001",
                    Severity = Severity.Warning,
                    Place = wanted.Scheme,
                    Value = now,
                    Message = $"The partner on the target carries another value than '{wanted.Value}'; it is left as it is.",
                    Remedy = "Clear the field on the target or use another one in the profile under partners.references.",
                });
            }
        }

        return changed
            ? new PartnerAmendment
            {
                Partner = TargetRef.Known(target.Id.Value),
                Before = target.References,
                After = after.Select(pair => new ExternalReference(pair.Key, pair.Value)).ToValueList(),
            }
            : null;
    }
}
