using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Reporting.Changes;

/// <summary>
/// Before and after of every field that a step touches, from the canonical JSON of its draft: a field that a draft gains
/// later shows up here by itself. Personal values appear as masks, terms in words.
/// </summary>
public static class StepChanges
{
    private static readonly Cases Instance = new();

    /// <summary>The changes of a step, in a fixed order. Null before: the field is not there yet. Null after: it goes.</summary>
    public static ValueList<FieldDifference> Of(PlanStep step) => step.Match(Instance).ToValueList();

    private static IEnumerable<FieldDifference> After<T>(T draft, JsonTypeInfo<T> type, params string[] leaveOut) =>
        FlatJson.Of(JsonSerializer.SerializeToElement(draft, type), leaveOut).Select(field => new FieldDifference(field.Path, null, field.Text));

    private static IEnumerable<FieldDifference> Gone(IEnumerable<FieldDifference> differences) =>
        differences.Select(difference => new FieldDifference(difference.Path, difference.After, null));

    private static string Text(TargetRef reference) => FlatJson.Reference(reference.ToString());

    private static IEnumerable<FieldDifference> References(ValueList<ExternalReference> before, ValueList<ExternalReference> after) =>
        before.Concat(after)
            .Select(reference => reference.Scheme)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(scheme => new FieldDifference($"reference {scheme}", Value(before, scheme), Value(after, scheme)))
            .Where(difference => difference.Before != difference.After);

    private static string? Value(ValueList<ExternalReference> references, string scheme) =>
        references.FirstOrDefault(reference => string.Equals(reference.Scheme, scheme, StringComparison.Ordinal))?.Value;

    private sealed class Cases : IStepCases<IEnumerable<FieldDifference>>
    {
        public IEnumerable<FieldDifference> AdoptObject(AdoptObject step) => [new("adopted as", null, step.TargetId)];

        public IEnumerable<FieldDifference> CreateGroup(CreateGroup step) => After(step.Draft, PlanJson.Default.PartnerGroupDraft);

        public IEnumerable<FieldDifference> BuildTemplate(BuildTemplate step) =>
            [new("name", null, step.Draft.Name), .. ContractChanges.Of(null, step.Draft.Terms)];

        public IEnumerable<FieldDifference> CreatePartner(CreatePartner step) => After(step.Draft, PlanJson.Default.PartnerDraft, "groups");

        public IEnumerable<FieldDifference> AmendPartner(AmendPartner step) => References(step.Amendment.Before, step.Amendment.After);

        public IEnumerable<FieldDifference> JoinGroup(JoinGroup step) => Members(step.Membership);

        public IEnumerable<FieldDifference> LeaveGroup(LeaveGroup step) => Gone(Members(step.Membership));

        public IEnumerable<FieldDifference> DecideApplication(DecideApplication step)
        {
            var decision = step.Decision;
            yield return new($"application {decision.Application}", "pending", decision.Accept ? "accepted" : "declined");
            foreach (var group in decision.Groups)
            {
                yield return new("group", null, Text(group));
            }

            if (decision.Reason is not null)
            {
                yield return new("reason", null, decision.Reason);
            }
        }

        public IEnumerable<FieldDifference> EstablishContract(EstablishContract step)
        {
            yield return new("template", step.Before?.Name, step.Draft.TemplateName);
            foreach (var difference in ContractChanges.Of(step.Before, step.Draft.Terms))
            {
                yield return difference;
            }
        }

        public IEnumerable<FieldDifference> CreateDeal(CreateDeal step) => After(step.Draft, PlanJson.Default.DealDraft);

        public IEnumerable<FieldDifference> CreateLink(CreateLink step) =>
            [.. After(step.Draft, PlanJson.Default.TrackingLinkDraft), .. step.Replaces is { } old ? [new FieldDifference("replaces", null, old)] : Array.Empty<FieldDifference>()];

        public IEnumerable<FieldDifference> CreatePromoCode(CreatePromoCode step) => After(step.Draft, PlanJson.Default.PromoCodeDraft);

        public IEnumerable<FieldDifference> ExpirePromoCode(ExpirePromoCode step) =>
            [new("status", "active", "expired"), new("code", step.Made.Code, step.Made.Code)];

        public IEnumerable<FieldDifference> DeleteGroup(DeleteGroup step) => [new("name", step.Name, null)];

        public IEnumerable<FieldDifference> DeleteDeal(DeleteDeal step) => [new("name", step.Name, null)];

        public IEnumerable<FieldDifference> ForgetObject(ForgetObject step) => [new("adopted as", step.TargetId, null)];

        public IEnumerable<FieldDifference> KeepObject(KeepObject step) => [new("stays", step.TargetId, step.TargetId), new("remains", null, step.Remains)];

        private static IEnumerable<FieldDifference> Members(GroupMembership membership) =>
            membership.Partners.Select(partner => new FieldDifference($"member of {membership.GroupName}", null, Text(partner)));
    }
}
