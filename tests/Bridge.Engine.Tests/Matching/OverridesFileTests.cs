using Bridge.Engine.Matching;
using Bridge.Model.Findings;

namespace Bridge.Engine.Tests.Matching;

public sealed class OverridesFileTests
{
    private readonly List<Finding> findings = [];

    [Theory]
    [InlineData("source,target,note\n4711,88001,told by phone\n4712,new,\n4713,SKIP,dormant\n")]
    [InlineData("\uFEFFSource;Target\r\n4711;88001\r\n\r\n4712; New\r\n\"4713\";skip\r\n")]
    [InlineData("note,target,source\n\"two\nlines\",88001,4711\n# a comment\n,new,4712\n,skip,4713\n")]
    public void Reads_decisions_in_the_forms_that_people_save(string text)
    {
        var file = OverridesFile.Parse(text, "o.csv", findings);

        findings.Should().BeEmpty();
        file.Rows.Select(row => (row.Source, row.Kind, row.Target)).Should().Equal(
            ("4711", OverrideKind.Target, "88001"), ("4712", OverrideKind.New, null), ("4713", OverrideKind.Skip, null));
        file.Hash.Should().Be(OverridesFile.Parse("source,target\n4713,skip\n4712,new\n4711,88001\n", "x", findings).Hash);
    }

    [Fact]
    public void Reports_every_mistake_at_once_with_its_line()
    {
        OverridesFile.Parse("source,target,reason\n4711,1\n,2\n4712,\n4711,new\n4713,1\n", "o.csv", findings);

        findings.Select(finding => (finding.Code, finding.Place)).Should().Equal(
            ("BRG-MATCH-001", "o.csv:1"),
            ("BRG-MATCH-002", "o.csv:3"),
            ("BRG-MATCH-002", "o.csv:4"),
            ("BRG-MATCH-003", "o.csv:5"),
            ("BRG-MATCH-004", "o.csv:2"),
            ("BRG-MATCH-004", "o.csv:6"));
        findings.Should().OnlyContain(finding => finding.Severity == Severity.Blocking && finding.Remedy.Length > 0);
    }

    [Theory]
    [InlineData("", "BRG-MATCH-001")]
    [InlineData("a,b\n1,2\n", "BRG-MATCH-001")]
    [InlineData("source,target\n\"4711,new\n", "BRG-MATCH-007")]
    [InlineData("source,target\n47\"11,new\n", "BRG-MATCH-007")]
    public void Refuses_what_is_no_such_table(string text, string code)
    {
        OverridesFile.Parse(text, "o.csv", findings);

        findings.Should().Contain(finding => finding.Code == code);
    }

    [Fact]
    public void The_hash_follows_decisions_and_not_notes()
    {
        string Hash(string text) => OverridesFile.Parse(text, "o.csv", findings).Hash!;

        Hash("source,target,note\n1,2,a\n").Should().Be(Hash("source,target,note\n1,2,b\n"));
        Hash("source,target\n1,2\n").Should().NotBe(Hash("source,target\n1,3\n"));
        OverridesFile.None.Hash.Should().BeNull();
    }
}
