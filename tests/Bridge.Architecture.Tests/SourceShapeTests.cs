using System.Text.RegularExpressions;
using Mono.Cecil;

namespace Bridge.Architecture.Tests;

/// <summary>Sizes and names that keep the house readable.</summary>
public sealed partial class SourceShapeTests
{
    private static readonly string[] BannedSuffixes = ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Data", "Info", "Processor"];

    /// <summary>The cases of a closed family share the namespace of their base, and lie in a folder below it to keep the stage readable.</summary>
    private static readonly string[] FoldersOfFamilies = ["src/Bridge.Engine/Planning/Steps/"];

    [Theory]
    [InlineData("src", 400)]
    [InlineData("tools", 400)]
    [InlineData("tests", 600)]
    public void No_file_is_longer_than_a_reader_can_hold(string folder, int limit)
    {
        var files = Repository.Files(folder, "*.cs");

        files.Should().NotBeEmpty();
        files.Select(file => (File: file, Lines: File.ReadLines(Repository.PathOf(file)).Count())).Where(file => file.Lines > limit).Should().BeEmpty();
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var wrong = Assemblies.Names.SelectMany(name =>
        {
            using var module = Assemblies.Open(name);
            return Assemblies.WrittenTypes(module).Where(type => BannedSuffixes.Any(suffix => PlainName(type).EndsWith(suffix, StringComparison.Ordinal))).Select(type => type.FullName).ToList();
        });

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void The_model_holds_no_binary_fraction()
    {
        using var model = Assemblies.Open("Bridge.Model");
        var uses = CodeUse.In(model).Where(use => use.Used is "System.Double" or "System.Single");
        var sources = Repository.Files("src/Bridge.Model", "*.cs").Where(file => BinaryFraction().IsMatch(Code(file)));

        uses.Select(use => use.ToString()).Should().BeEmpty("money and rates are decimal");
        sources.Should().BeEmpty("money and rates are decimal");
    }

    [Fact]
    public void Every_file_lies_in_the_folder_of_its_namespace()
    {
        var wrong = Repository.Files("src", "*.cs").Where(file => !FoldersOfFamilies.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))).Where(file =>
        {
            var parts = file.Split('/');
            var wanted = string.Join('.', parts[1..^1]);
            var found = Space().Match(Repository.Text(file));
            return found.Success && found.Groups[1].Value != wanted;
        });

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void No_test_is_skipped_and_no_work_is_left_as_a_note()
    {
        var files = new[] { "src", "tests", "tools" }.SelectMany(folder => Repository.Files(folder, "*.cs"));

        files.Where(file => Unfinished().IsMatch(Repository.Text(file)) && !file.EndsWith("/SourceShapeTests.cs", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static string PlainName(TypeDefinition type) => type.Name.Split('`')[0];

    private static string Code(string file) =>
        string.Join('\n', File.ReadLines(Repository.PathOf(file)).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    [GeneratedRegex(@"\b(double|float)\b")]
    private static partial Regex BinaryFraction();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Space();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b|Skip\s*=\s*""")]
    private static partial Regex Unfinished();
}
