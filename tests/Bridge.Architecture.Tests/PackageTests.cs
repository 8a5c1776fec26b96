using System.Text.Json;
using Mono.Cecil;

namespace Bridge.Architecture.Tests;

/// <summary>The packages: those that were asked for are in use, and what is restored is pinned.</summary>
public sealed class PackageTests
{
    /// <summary>Package, a project that references it, and the assembly its code must then use.</summary>
    public static TheoryData<string, string, string> Wanted { get; } = new()
    {
        { "Microsoft.Extensions.Hosting", "Bridge.Worker", "Microsoft.Extensions.Hosting" },
        { "Azure.Storage.Blobs", "Bridge.Storage", "Azure.Storage.Blobs" },
        { "Polly", "Bridge.Rails.Abstractions", "Polly.Core" },
        { "CsvHelper", "Bridge.Rails.Abstractions", "CsvHelper" },
        { "AutoMapper", "Bridge.Rails", "AutoMapper" },
        { "Quartz", "Bridge.Worker", "Quartz" },
        { "Bogus", "Bridge.Simulation", "Bogus" },
    };

    [Theory]
    [MemberData(nameof(Wanted))]
    public void Every_package_that_was_asked_for_is_used_by_code(string package, string project, string assembly)
    {
        Repository.Projects.Single(found => found.Name == project).Packages.Should().Contain(package);
        Assemblies.References(project).Should().Contain(name => name.StartsWith(assembly, StringComparison.Ordinal));
    }

    [Fact]
    public void The_tests_are_xunit_with_FluentAssertions()
    {
        using var module = ModuleDefinition.ReadModule(typeof(PackageTests).Assembly.Location);
        var targets = Repository.Text("tests/Directory.Build.targets");

        module.AssemblyReferences.Select(reference => reference.Name).Should().Contain(["xunit.core", "FluentAssertions"]);
        targets.Should().Contain("\"xunit\"").And.Contain("\"FluentAssertions\"");
    }

    [Fact]
    public void Every_package_is_pinned_to_one_exact_version()
    {
        var pins = Repository.Text("Directory.Packages.props").Split('\n').Where(line => line.Contains("<PackageVersion ", StringComparison.Ordinal)).ToList();

        pins.Should().NotBeEmpty();
        pins.Where(line => line.Contains('*', StringComparison.Ordinal) || line.Contains('[', StringComparison.Ordinal)).Should().BeEmpty();
        Repository.Projects.SelectMany(project => project.Packages).Distinct()
            .Where(package => !pins.Any(line => line.Contains($"\"{package}\"", StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Fact]
    public void Every_project_has_a_lock_file_that_names_no_host()
    {
        foreach (var project in Repository.Projects)
        {
            var text = Repository.Text(project.Folder + "/packages.lock.json");
            using var locked = JsonDocument.Parse(text);

            locked.RootElement.GetProperty("dependencies").EnumerateObject().Should().NotBeEmpty(project.Name);
            text.Should().NotContain("http", project.Name);
        }
    }
}
