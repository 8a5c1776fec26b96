using Mono.Cecil.Cil;

namespace Bridge.Architecture.Tests;

/// <summary>A rail is one folder, its twin is another, and nothing else names either.</summary>
public sealed class RailFolderTests
{
    private const string RailsFolder = "src/Bridge.Rails";

    private static readonly IReadOnlyList<string> Modules = Repository.Files(RailsFolder, "*RailModule.cs");

    private static readonly IReadOnlyList<string> Rails = [.. Modules.Select(file => file.Split('/')[2])];

    [Fact]
    public void Every_rail_announces_itself_from_a_folder_of_its_own_name()
    {
        Modules.Should().HaveCountGreaterThanOrEqualTo(2);
        Modules.Should().Equal(Rails.Select(rail => $"{RailsFolder}/{rail}/{rail}RailModule.cs"));
    }

    [Fact]
    public void Every_folder_of_the_rails_project_is_a_rail()
    {
        Repository.Files(RailsFolder, "*.cs").Where(file => file.Split('/').Length > 3).Select(file => file.Split('/')[2]).Distinct()
            .Should().BeEquivalentTo(Rails);
    }

    [Fact]
    public void Every_rail_has_a_README_a_twin_and_tests()
    {
        var wanted = Rails.SelectMany(rail => new[]
        {
            $"{RailsFolder}/{rail}/README.md",
            $"src/Bridge.Simulation/{rail}/README.md",
            $"src/Bridge.Simulation/{rail}/Simulated{rail}.cs",
        });

        wanted.Where(file => !File.Exists(Repository.PathOf(file))).Should().BeEmpty();
        Rails.Where(rail => Repository.Files("tests/Bridge.Rails.Tests", "*.cs").All(file => !file.Contains($"/{rail}/", StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Fact]
    public void No_code_outside_a_rail_folder_names_a_type_of_that_rail()
    {
        var wrong = Assemblies.Names.SelectMany(Uses)
            .Where(use => Rails.Any(rail => Within(use.Used, $"Bridge.Rails.{rail}") && !Within(use.User, $"Bridge.Rails.{rail}"))).Select(use => use.ToString());

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void A_twin_names_no_other_twin()
    {
        var wrong = Uses("Bridge.Simulation").Where(use => Rails.Any(rail => Within(use.User, $"Bridge.Simulation.{rail}"))
            && Rails.Any(rail => Within(use.Used, $"Bridge.Simulation.{rail}") && !Within(use.User, $"Bridge.Simulation.{rail}"))).Select(use => use.ToString());

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Connector_and_twin_share_no_code()
    {
        Assemblies.References("Bridge.Rails").Should().NotContain("Bridge.Simulation");
        Assemblies.References("Bridge.Simulation").Should().NotContain(["Bridge.Rails", "Bridge.Rails.Abstractions"]);
    }

    [Fact]
    public void The_engine_asks_no_rail_by_its_id()
    {
        using var engine = Assemblies.Open("Bridge.Engine");
        var words = engine.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions.Where(instruction => instruction.OpCode == OpCodes.Ldstr)
                .Select(instruction => (Place: method.FullName, Word: (string)instruction.Operand)));

        words.Where(found => Rails.Contains(found.Word, StringComparer.OrdinalIgnoreCase)).Should().BeEmpty("what a rail can do is asked of its capabilities");
    }

    private static IReadOnlyList<CodeUse> Uses(string project)
    {
        using var module = Assemblies.Open(project);
        return [.. CodeUse.In(module)];
    }

    private static bool Within(string type, string space) => type.StartsWith(space + ".", StringComparison.Ordinal);
}
