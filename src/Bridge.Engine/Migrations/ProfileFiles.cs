using Bridge.Engine.Mapping.Profiles;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions;

namespace Bridge.Engine.Migrations;

/// <summary>Reads the mapping profile of a migration.</summary>
internal static class ProfileFiles
{
    /// <summary>The checked profile.</summary>
    /// <exception cref="MigrationInvalidException">The file is missing or has problems; all of them are named.</exception>
    public static MappingProfile Load(MigrationHost host, List<Finding> findings)
    {
        var path = host.Definition.Profile;
        if (!File.Exists(path))
        {
            throw new MigrationInvalidException([new Finding
            {
                Code = "BRG-MIG-011",
                Severity = Severity.Blocking,
                Place = MigrationReader.FileName,
                Value = Path.GetRelativePath(host.Definition.Folder, path),
                Message = "The mapping profile is not there.",
                Remedy = "Correct 'profile:' in bridge.yaml, or copy a profile from the mappings folder.",
            }]);
        }

        return MappingProfile.Load(File.ReadAllText(path), Path.GetFileName(path), Descriptor(host, host.Definition.Source), Descriptor(host, host.Definition.Target), findings)
            ?? throw new MigrationInvalidException(findings);
    }

    private static RailDescriptor Descriptor(MigrationHost host, string connection) =>
        new RailConnections(host).ModuleOf(connection).Descriptor;
}
