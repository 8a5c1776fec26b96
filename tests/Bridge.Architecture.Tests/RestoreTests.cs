using System.Diagnostics;

namespace Bridge.Architecture.Tests;

/// <summary>What a machine meets that has never restored anything.</summary>
public sealed class RestoreTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private static readonly string[] RestoreFiles =
        ["Bridge.sln", "global.json", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "tests/Directory.Build.props", "tests/Directory.Build.targets"];

    [Fact]
    public async Task A_restore_from_an_empty_package_folder_works()
    {
        var folder = Directory.CreateTempSubdirectory("bridge-restore-");
        try
        {
            var projects = Repository.Projects.SelectMany(project => new[] { project.File, project.Folder + "/packages.lock.json" });
            foreach (var file in RestoreFiles.Concat(projects))
            {
                var copy = Path.Combine(folder.FullName, "repository", file);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(Repository.PathOf(file), copy);
            }

            var (exitCode, output) = await RestoreAsync(Path.Combine(folder.FullName, "repository"), Path.Combine(folder.FullName, "packages"));

            exitCode.Should().Be(0, output);
            Directory.GetDirectories(Path.Combine(folder.FullName, "packages")).Select(Path.GetFileName).Should().Contain(["azure.storage.blobs", "quartz", "automapper", "xunit"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Output)> RestoreAsync(string repository, string packages)
    {
        var start = new ProcessStartInfo("dotnet", ["restore", "Bridge.sln", "--locked-mode", "-nodeReuse:false", "-v", "quiet"])
        {
            WorkingDirectory = repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["NUGET_PACKAGES"] = packages;
        using var patience = new CancellationTokenSource(Patience);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
