using System.Diagnostics;

namespace Bridge.EndToEnd.Tests;

/// <summary>One run of <c>bridge demo</c> in a process of its own, with everything that it wrote.</summary>
public sealed class DemoFixture : IAsyncLifetime
{
    /// <summary>The folder it worked in.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("bridge-demo-test-").FullName;

    /// <summary>Its standard output.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Its error stream with the log.</summary>
    public string Errors { get; private set; } = "";

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "bridge.dll"), "demo", "--json", "--verbose", "--seed", "12", "--speed", "1200", "--folder", Folder })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        (Output, Errors) = (await output, await errors);
        process.ExitCode.Should().Be(0, Errors.Length > 4000 ? Errors[^4000..] : Errors);
    }

    /// <inheritdoc />
    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}
