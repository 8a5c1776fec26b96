namespace Bridge.Architecture.Tests;

/// <summary>Arrows between projects only point towards Bridge.Model.</summary>
public sealed class ReferenceDirectionTests
{
    private const string Model = "Bridge.Model";
    private const string Ports = "Bridge.Rails.Abstractions";
    private const string Rails = "Bridge.Rails";
    private const string Engine = "Bridge.Engine";
    private const string Storage = "Bridge.Storage";
    private const string Simulation = "Bridge.Simulation";
    private const string Review = "Bridge.Review";
    private const string Hosting = "Bridge.Hosting";
    private const string Worker = "Bridge.Worker";
    private const string Cli = "Bridge.Cli";

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        [Model] = [],
        [Ports] = [Model],
        [Rails] = [Model, Ports],
        [Engine] = [Model, Ports],
        [Storage] = [Model, Ports, Engine],
        [Simulation] = [Model],
        [Review] = [Model, Ports, Engine],
        [Hosting] = [Model, Ports, Rails, Engine, Storage, Simulation, Review],
        [Worker] = [Model, Ports, Rails, Engine, Storage, Simulation, Review, Hosting],
        [Cli] = [Model, Ports, Rails, Engine, Storage, Simulation, Review, Hosting],
    };

    private static readonly string[] OutsideTheEngine = ["Microsoft.Data.Sqlite", "SQLitePCLRaw", "Azure", "Quartz", "Microsoft.AspNetCore", "Spectre", "System.CommandLine", "Polly"];

    [Fact]
    public void Every_project_of_src_has_its_place_in_the_table()
    {
        Assemblies.Names.Should().BeEquivalentTo(Allowed.Keys);
    }

    [Fact]
    public void Project_files_reference_only_what_the_table_allows()
    {
        var wrong = Repository.Projects.Where(project => Allowed.ContainsKey(project.Name))
            .SelectMany(project => project.Projects.Except(Allowed[project.Name]).Select(reference => $"{project.Name} -> {reference}"));

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Compiled_code_uses_only_what_the_table_allows()
    {
        var wrong = Assemblies.Names.SelectMany(name => Assemblies.References(name)
            .Where(reference => reference.StartsWith("Bridge.", StringComparison.Ordinal))
            .Except(Allowed[name]).Select(reference => $"{name} -> {reference}"));

        wrong.Should().BeEmpty("a reference that arrives through another project is a reference all the same");
    }

    [Fact]
    public void The_engine_knows_no_store_host_or_scheduler()
    {
        var wrong = Assemblies.References(Engine).Where(reference => OutsideTheEngine.Any(name => reference.StartsWith(name, StringComparison.Ordinal)));

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Only_the_rails_see_AutoMapper()
    {
        Assemblies.Names.Where(name => Assemblies.References(name).Contains("AutoMapper")).Should().Equal(Rails);
    }

    [Fact]
    public void Only_tests_depend_on_a_tool_and_src_depends_on_no_test()
    {
        var tools = Repository.Projects.Where(project => project.Folder.StartsWith("tools/", StringComparison.Ordinal)).Select(project => project.Name);
        var tests = Repository.Projects.Where(project => project.Folder.StartsWith("tests/", StringComparison.Ordinal)).Select(project => project.Name).ToList();

        var others = Repository.Projects.Where(project => !tests.Contains(project.Name)).SelectMany(project => project.Projects).ToList();
        others.Should().NotContain(tools);
        others.Should().NotContain(tests);
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = Repository.Text("Bridge.sln").Replace('\\', '/');

        Repository.Projects.Where(project => !solution.Contains($"\"{project.File}\"", StringComparison.Ordinal)).Select(project => project.File).Should().BeEmpty();
    }
}
