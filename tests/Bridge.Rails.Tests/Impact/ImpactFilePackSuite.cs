using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactFilePackSuite : FilePackSuite
{
    protected override IReadOnlyList<PartnerEntry> Entries => [PartnerEntry.ProspectFile, PartnerEntry.ImportFile];

    protected override IRail Open(IPersonalValues personal) => Offline.Open(personal);

    protected override PartnerDraft Partner(IPersonalValues personal, string owner, string name) => TwinDrafts.Partner(personal, "98001", owner, name) with
    {
        Groups = [TargetRef.Known("90001")],
        GroupNames = ["Content"],
    };
}
