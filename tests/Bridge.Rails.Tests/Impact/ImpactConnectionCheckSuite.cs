using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactConnectionCheckSuite : ConnectionCheckSuite
{
    protected override IRailWorld NewWorld() => new TwinWorld();

    protected override IRailWorld BrokenWorld() => new TwinWorld
    {
        Changes = new Dictionary<string, string?> { ["authToken"] = "env:AGENCY_TOKEN" },
    };
}
