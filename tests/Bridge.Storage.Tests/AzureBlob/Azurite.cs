using System.Diagnostics;
using Bridge.Rails.Abstractions.Http;
using Bridge.Storage.AzureBlob;

namespace Bridge.Storage.Tests.AzureBlob;

/// <summary>
/// The blob service for tests: the npm package azurite, installed once into the tools folder (<c>BRIDGE_TOOLS_DIR</c>, else
/// <c>.bridge/tools</c> of the repository), started on a free port of the loopback, in memory, and ended with the tests; it
/// also ends by itself when this process dies, for then its standard input closes.
/// </summary>
public sealed class Azurite : IAsyncLifetime
{
    // The account and key that are built into the emulator and published with it.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string Ready = "successfully listens on ";
    private const string EndWithInput = "data:text/javascript,process.stdin.resume();process.stdin.on(\"end\",()=>process.exit(0))";
    private Process? process;
    private string address = "";

    public SecretText ConnectionString => new($"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={address}/{Account};");

    public Uri BlobEndpoint => new($"{address}/{Account}");

    public AzureBlobOptions Options(string container) => new() { Container = container, ConnectionString = ConnectionString, Retries = 1, RetryDelay = TimeSpan.FromMilliseconds(1) };

    public async Task InitializeAsync()
    {
        var main = Path.Combine(AzuriteInstaller.Install(), "node_modules", "azurite", "dist", "src", "blob", "main.js");
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[]
        {
            "--import", EndWithInput, main, "--silent", "--disableTelemetry", "--blobHost", "127.0.0.1", "--blobPort", "0", "--inMemoryPersistence",
        })
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.IndexOf(Ready, StringComparison.Ordinal) is var at and >= 0)
            {
                address = line[(at + Ready.Length)..].Trim();
                process.BeginErrorReadLine();
                return;
            }
        }

        throw new InvalidOperationException($"Azurite ended before it listened: {string.Join(" / ", said)} {await process.StandardError.ReadToEndAsync()}");
    }

    public async Task DisposeAsync()
    {
        if (process is not null)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
