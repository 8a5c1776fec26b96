namespace Bridge.Architecture.Tests;

/// <summary>The first thing a visitor sees holds nothing but what it must.</summary>
public sealed class TopLevelTests
{
    private static readonly string[] Allowed =
    [
        "src", "tests", "tools", "mappings", "Bridge.sln", "README.md", "azure-pipelines.yml",
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json",
    ];

    private static readonly string[] Commands = ["dotnet run --project src/Bridge.Cli -c Release -- demo", "./tools/test.sh"];

    [Fact]
    public void The_top_level_holds_only_what_is_agreed()
    {
        var found = Directory.EnumerateFileSystemEntries(Repository.Root).Select(Path.GetFileName).OfType<string>().Where(name => !name.StartsWith('.'));

        found.Should().BeEquivalentTo(Allowed);
    }

    [Fact]
    public void The_README_starts_with_the_two_commands_that_do_all_the_set_up()
    {
        var blocks = Repository.Text("README.md").Split("```");
        var commands = blocks[1].Split('\n').Skip(1).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0);

        commands.Should().Equal(Commands);
        File.Exists(Repository.PathOf("src/Bridge.Cli/Bridge.Cli.csproj")).Should().BeTrue();
        File.Exists(Repository.PathOf("tools/test.sh")).Should().BeTrue();
    }

    [Fact]
    public void The_README_names_every_package_and_its_licence()
    {
        var readme = Repository.Text("README.md");
        var packages = Repository.Projects.SelectMany(project => project.Packages).Distinct();

        packages.Where(package => !readme.Contains(package, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
    }

    [Fact]
    public void Links_between_the_READMEs_lead_somewhere()
    {
        var pages = new[] { "src", "tests", "tools", "mappings" }.SelectMany(folder => Repository.Files(folder, "*.md")).Append("README.md");

        var broken = pages.SelectMany(page => Links(Repository.Text(page))
            .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, link))).Select(link => $"{page}: {link}"));

        broken.Should().BeEmpty();
    }

    private static IEnumerable<string> Links(string text) =>
        text.Split("](").Skip(1).Select(rest => rest.Split(')')[0].Split('#')[0])
            .Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal) && !link.Contains(' ', StringComparison.Ordinal));
}
