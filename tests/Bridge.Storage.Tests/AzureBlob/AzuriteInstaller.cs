using System.Diagnostics;

namespace Bridge.Storage.Tests.AzureBlob;

/// <summary>Brings the emulator into the tools folder, once for all test runs.</summary>
internal static class AzuriteInstaller
{
    private const string Version = "3.35.0";
    private static readonly string[] Arguments =
        ["install", $"azurite@{Version}", "--no-save", "--no-package-lock", "--omit-lockfile-registry-resolved", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"];

    /// <summary>Gives the folder it is installed in.</summary>
    /// <exception cref="InvalidOperationException">It cannot be installed; the message names the command.</exception>
    public static string Install()
    {
        var tools = Path.GetFullPath(Environment.GetEnvironmentVariable("BRIDGE_TOOLS_DIR") is { Length: > 0 } named ? named : Path.Combine(RepositoryRoot(), ".bridge", "tools"));
        var folder = Path.Combine(tools, $"azurite-{Version}");
        using var oneAtATime = new Mutex(initiallyOwned: false, "bridge-tools-azurite");
        oneAtATime.WaitOne();
        try
        {
            if (!Directory.Exists(folder))
            {
                // Under another name until it is whole, so that an interrupted installation is not taken for one.
                var partial = folder + ".partial";
                if (Directory.Exists(partial))
                {
                    Directory.Delete(partial, recursive: true);
                }

                Directory.CreateDirectory(partial);
                RunNpm(partial, $"npm install --prefix '{folder}' azurite@{Version} --no-save --no-package-lock");
                Directory.Move(partial, folder);
            }

            return folder;
        }
        finally
        {
            oneAtATime.ReleaseMutex();
        }
    }

    private static void RunNpm(string folder, string command)
    {
        var start = new ProcessStartInfo("npm") { RedirectStandardError = true };
        foreach (var argument in Arguments.Append(folder))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var npm = Process.Start(start)!;
            var errors = npm.StandardError.ReadToEnd();
            npm.WaitForExit();
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"The blob emulator could not be installed. Run: {command}\n{errors}");
            }
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new InvalidOperationException($"npm is missing, which installs the blob emulator. Install Node.js 20 (apt-get install -y nodejs npm), then run: {command}", error);
        }
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Bridge.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside of the repository; name the tools folder with BRIDGE_TOOLS_DIR.");
    }
}
