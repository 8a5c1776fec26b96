using Bridge.Model.Contracts;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactContractReaderSuite : EntityReaderSuite<IContractReader, Contract>
{
    protected override IRailWorld NewWorld() => new TwinWorld();

    protected override string KeyOf(Contract record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) =>
        [.. ((TwinWorld)world).Brand.Contracts.Where(one => one.ProgramId == ((TwinWorld)world).ProgramId).Select(one => one.Id)];
}
