using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Planning;
using Bridge.Engine.Validation;
using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Engine.Tests.Validation;

public sealed class GateCheckTests
{
    [Fact]
    public void A_share_above_its_limit_blocks_the_plan()
    {
        var gates = new GateSection { MaxBlockedShare = 0.25m, MaxManualShare = 0 };
        EntityTotals[] totals =
        [
            new() { Entity = EntityKind.Partner, Extracted = 4, Created = 2, Blocked = 1, Manual = 1 },
            new() { Entity = EntityKind.TrackingLink, Extracted = 100, Created = 70, Skipped = 4, Blocked = 26 },
            new() { Entity = EntityKind.PromoCode },
        ];

        var findings = GateCheck.Check(gates, totals).ToList();

        findings.Select(finding => (finding.Code, finding.Place, finding.Value)).Should().Equal(
            ("BRG-GATE-003", "partners", "1 of 4"), ("BRG-GATE-001", "links", "26 of 100"));
        findings.Should().OnlyContain(finding => finding.Severity == Severity.Blocking);
        GateCheck.Check(new GateSection(), totals).Should().BeEmpty();
    }
}
