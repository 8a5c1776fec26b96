using Mono.Cecil;

namespace Bridge.Architecture.Tests;

/// <summary>The built assemblies of src, as they lie beside the tests.</summary>
internal static class Assemblies
{
    /// <summary>Projects below src with the file each is built to.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Repository.Projects.Where(project => project.Folder.StartsWith("src/", StringComparison.Ordinal)).Select(project => project.Name)];

    public static ModuleDefinition Open(string project) =>
        ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, FileName(project)));

    public static IReadOnlyList<string> References(string project)
    {
        using var module = Open(project);
        return [.. module.AssemblyReferences.Select(reference => reference.Name)];
    }

    /// <summary>Types of an assembly that people wrote, nested ones included.</summary>
    public static IReadOnlyList<TypeDefinition> WrittenTypes(ModuleDefinition module) =>
        [.. module.GetTypes().Where(type => type.FullName.StartsWith("Bridge.", StringComparison.Ordinal) && !type.Name.Contains('<', StringComparison.Ordinal))];

    private static string FileName(string project) => project == "Bridge.Cli" ? "bridge.dll" : project + ".dll";
}
