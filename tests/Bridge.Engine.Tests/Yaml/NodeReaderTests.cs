using Bridge.Engine.Yaml;
using Bridge.Model.Findings;
using Bridge.Model.Partners;

namespace Bridge.Engine.Tests.Yaml;

public sealed class NodeReaderTests
{
    private readonly List<Finding> findings = [];

    [Fact]
    public void Reads_values_of_every_form()
    {
        var reader = Read("""
            text: '  kept  '
            empty:
            flag: false
            count: 7
            share: 0.25
            word: later
            status: declinedForGood
            one: single
            many: [a, b]
            statuses: [active, pending]
            map: {x: 1, y: two}
            lists: {x: [1, 2], y: z}
            section: {inner: {deep: 1}}
            items: [{a: 1}, {a: 2}]
            named: {first: {a: 1}}
            """);

        reader.RequiredText("text").Should().Be("  kept  ");
        reader.OptionalText("empty").Should().BeNull();
        reader.OptionalText("absent").Should().BeNull();
        reader.OptionalFlag("flag").Should().BeFalse();
        reader.OptionalWholeNumber("count", 1, 9).Should().Be(7);
        reader.OptionalNumber("share", 0, 1).Should().Be(0.25m);
        reader.OptionalChoice("word", ["now", "later"]).Should().Be("later");
        reader.OptionalChoice<PartnerStatus>("status").Should().Be(PartnerStatus.DeclinedForGood);
        reader.OptionalTexts("one").Should().Equal("single");
        reader.OptionalTexts("many").Should().Equal("a", "b");
        reader.OptionalChoices<PartnerStatus>("statuses").Should().Equal(PartnerStatus.Active, PartnerStatus.Pending);
        reader.TextMap("map").Select(entry => (entry.Key, entry.Value)).Should().Equal(("x", "1"), ("y", "two"));
        reader.TextsMap("lists").Select(entry => string.Join('+', entry.Values)).Should().Equal("1+2", "z");
        reader.Section("section").Section("inner").OptionalWholeNumber("deep", 0, 1).Should().Be(1);
        reader.Sections("items").Select(item => item.RequiredText("a")).Should().Equal("1", "2");
        reader.SectionMap("named").Single().Value.RequiredText("a").Should().Be("1");
        reader.ReportUnknown();
        findings.Should().BeEmpty();
    }

    [Fact]
    public void Reports_everything_that_is_wrong_at_once_with_place_and_remedy()
    {
        var reader = Read("""
            flag: yes
            count: many
            share: 2
            status: activ
            texts: {a: 1}
            section: text
            items: {a: 1}
            nested:
              namme: x
            """);

        reader.OptionalFlag("flag").Should().BeNull();
        reader.OptionalWholeNumber("count", 1, 9).Should().BeNull();
        reader.OptionalNumber("share", 0, 1).Should().BeNull();
        reader.OptionalChoice<PartnerStatus>("status").Should().BeNull();
        reader.OptionalTexts("texts").Should().BeEmpty();
        reader.Section("section").OptionalText("x").Should().BeNull();
        reader.Sections("items").Should().BeEmpty();
        reader.Section("nested").RequiredText("name").Should().BeEmpty();
        reader.ReportUnknown();

        findings.Select(finding => (finding.Code, finding.Place)).Should().Equal(
            ("BRG-YAML-012", "b.yaml:1:7"),
            ("BRG-YAML-012", "b.yaml:2:8"),
            ("BRG-YAML-014", "b.yaml:3:8"),
            ("BRG-YAML-013", "b.yaml:4:9"),
            ("BRG-YAML-012", "b.yaml:5:8"),
            ("BRG-YAML-012", "b.yaml:6:10"),
            ("BRG-YAML-012", "b.yaml:7:8"),
            ("BRG-YAML-011", "b.yaml:9:3"),
            ("BRG-YAML-010", "b.yaml:9:3"));
        findings[3].Remedy.Should().Be("Did you mean 'active'?");
        findings[^1].Message.Should().Be("'nested' has no key 'namme'.");
        findings[^1].Remedy.Should().StartWith("Did you mean 'name'?");
        findings.Should().OnlyContain(finding => finding.Severity == Severity.Blocking && finding.Remedy.Length > 0);
    }

    [Fact]
    public void Hands_settings_to_a_rail_with_their_places()
    {
        var reader = Read("rail: x\nurl: https://a.example\nfiles: [a, b]\n");

        var settings = reader.Settings("rail");

        settings.Select(setting => (setting.Key, setting.IsList, setting.Location.Line)).Should().Equal(("url", false, 2), ("files", true, 3));
        settings[1].Values.Should().Equal("a", "b");
        reader.RequiredText("rail").Should().Be("x");
        reader.ReportUnknown();
        findings.Should().BeEmpty();
    }

    [Fact]
    public void Asks_for_a_missing_key_of_an_empty_file()
    {
        var reader = NodeReader.Root(null, "b.yaml", findings);

        reader.RequiredText("client").Should().BeEmpty();

        findings.Should().ContainSingle().Which.Message.Should().Be("The file needs the key 'client'.");
    }

    [Theory]
    [InlineData("sourse", "source")]
    [InlineData("PROFILE", "profile")]
    [InlineData("zzz", null)]
    public void Suggests_the_nearest_known_word(string word, string? expected) =>
        NearestWord.Find(word, ["source", "target", "profile"]).Should().Be(expected);

    private NodeReader Read(string text) => NodeReader.Root(YamlTree.Parse(text, "b.yaml", findings), "b.yaml", findings);
}
