using Bridge.Model.Programs;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactProgramReaderSuite : ProgramReaderSuite
{
    protected override IRailWorld NewWorld() => new TwinWorld();

    protected override (string Id, string AccountId, string Name, ProgramStatus Status) Expected(IRailWorld world)
    {
        var brand = ((TwinWorld)world).Brand;
        return ($"{brand.Programs[0].Id}", brand.Sid, brand.Programs[0].Name, ProgramStatus.Active);
    }
}
