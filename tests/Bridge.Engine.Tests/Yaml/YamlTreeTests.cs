using Bridge.Engine.Yaml;
using Bridge.Model.Findings;

namespace Bridge.Engine.Tests.Yaml;

public sealed class YamlTreeTests
{
    private readonly List<Finding> findings = [];

    [Fact]
    public void Reads_keys_lists_and_values_with_their_places()
    {
        var root = Parse("scope:\n  statuses: [active, 'null']\n  number: 24.10\n");

        findings.Should().BeEmpty();
        var scope = root.As<YamlMapping>().Find("scope")!.Value.As<YamlMapping>();
        scope.Find("statuses")!.KeyLocation.ToString().Should().Be("p.yaml:2:3");
        scope.Find("statuses")!.Value.As<YamlSequence>().Items.Cast<YamlScalar>().Select(item => item.Text).Should().Equal("active", "null");
        scope.Find("number")!.Value.As<YamlScalar>().Text.Should().Be("24.10");
        scope.Find("number")!.Value.Location.ToString().Should().Be("p.yaml:3:11");
    }

    [Fact]
    public void Reads_JSON_like_YAML()
    {
        var root = Parse("\uFEFF{\n\t\"scope\": {\"a\": [1, true, null], \"b\": \"x\\u00e9\\/y \\ud83d\\ude00\"}\n}");

        findings.Should().BeEmpty();
        var scope = root.As<YamlMapping>().Find("scope")!.Value.As<YamlMapping>();
        scope.Find("a")!.Value.As<YamlSequence>().Items.Should().HaveCount(3);
        scope.Find("b")!.Value.As<YamlScalar>().Text.Should().Be("xé/y 😀");
    }

    [Fact]
    public void Names_line_and_column_of_a_syntax_error()
    {
        Parse("a: 1\nb: [1, 2\nc: 3\n").Should().BeNull();

        findings.Should().ContainSingle().Which.Code.Should().Be("BRG-YAML-001");
        findings[0].Place.Should().MatchRegex("^p\\.yaml:[23]:[0-9]+$");
        findings[0].Severity.Should().Be(Severity.Blocking);
    }

    [Fact]
    public void Reports_every_duplicate_key_with_the_line_of_the_first()
    {
        Parse("a: 1\nb: 2\na: 3\nc: {d: 1, d: 2}\n");

        findings.Select(finding => (finding.Code, finding.Place)).Should().Equal(
            ("BRG-YAML-002", "p.yaml:3:1"), ("BRG-YAML-002", "p.yaml:4:11"));
        findings[0].Message.Should().Contain("'a'").And.Contain("line 1");
    }

    [Fact]
    public void Refuses_an_alias_bomb_without_walking_it()
    {
        var lines = Enumerable.Range(1, 30).Select(level => $"l{level}: &l{level} [{string.Join(", ", Enumerable.Repeat($"*l{level - 1}", 9))}]");
        Parse("l0: &l0 boom\n" + string.Join("\n", lines));

        findings.Should().OnlyContain(finding => finding.Code == "BRG-YAML-003");
        findings.Should().HaveCount(31 + (30 * 9));
        findings[2].Message.Should().Contain("the alias '*l0'");
    }

    [Theory]
    [InlineData("a: !!binary aGVsbG8=", "BRG-YAML-003", "p.yaml:1:4")]
    [InlineData("%TAG !e! tag:example,2000:\n---\na: !e!x 1", "BRG-YAML-003", null)]
    [InlineData("a: 1\n---\nb: 2", "BRG-YAML-006", "p.yaml:2:1")]
    [InlineData("", "BRG-YAML-007", "p.yaml:1:1")]
    [InlineData("# only a comment\n", "BRG-YAML-007", null)]
    [InlineData("? [1, 2]\n: 3\n", "BRG-YAML-008", "p.yaml:1:3")]
    public void Refuses_what_a_reviewer_would_not_expect(string text, string code, string? place)
    {
        Parse(text);

        findings.Should().Contain(finding => finding.Code == code);
        if (place is not null)
        {
            findings.Should().Contain(finding => finding.Place == place);
        }
    }

    [Fact]
    public void Stops_at_a_nesting_that_nobody_needs()
    {
        Parse(new string('[', 400_000) + new string(']', 400_000));

        findings.Should().ContainSingle().Which.Code.Should().Be("BRG-YAML-005");
    }

    [Fact]
    public void Refuses_a_file_of_more_than_a_mebibyte()
    {
        Parse("a: " + new string('x', YamlTree.MaxBytes)).Should().BeNull();

        findings.Should().ContainSingle().Which.Code.Should().Be("BRG-YAML-004");
    }

    [Fact]
    public void Never_throws_whatever_the_text_is()
    {
        const string sample = "a: {b: [1, 'two', \"three\"], c: |\n  text\n}\nd:\n  - e: f # g\n  - &h i\n  - *h\n? j\n: k\n%x --- ... @ ` ! > \\u12 \t\u0000";
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var characters = sample.ToCharArray();
            for (var change = 0; change < 6; change++)
            {
                characters[random.Next(characters.Length)] = sample[random.Next(sample.Length)];
            }

            var found = new List<Finding>();
            var text = new string(characters)[..random.Next(1, characters.Length)];

            var tree = YamlTree.Parse(text, "p.yaml", found);

            (tree is not null || found.Count > 0).Should().BeTrue("'{0}' is read or refused", text);
        }
    }

    private YamlNode? Parse(string text) => YamlTree.Parse(text, "p.yaml", findings);
}
