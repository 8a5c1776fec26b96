using Bridge.Engine.Handoffs;
using Bridge.Hosting;
using Bridge.Simulation.Impact.People;

namespace Bridge.Cli.Simulators;

/// <summary>Simulated people at a desk: they do what lies in the outbox and answer tasks as a person would.</summary>
internal sealed class PortalDesk : IDisposable
{
    private readonly HttpClient client;
    private readonly PortalUser person;
    private readonly TaskDesk desk;
    private readonly PortalUserSettings settings;
    private readonly TimeProvider time;

    private PortalDesk(OpenMigration migration, Uri address, string? programId, PortalUserSettings settings)
    {
        Address = address;
        this.settings = settings;
        time = migration.Host.Time;
        client = new HttpClient { BaseAddress = address };
        desk = new TaskDesk(migration.Host.Runs, migration.Host.Outbox, time);

        // Most tasks need no answer, and the desk says so; the person shrugs.
        person = new PortalUser(
            new PortalClient(client, programId), settings, time, migration.Outbox, (task, answer) => desk.AnswerAsync(task, answer, "the simulated portal user", CancellationToken.None));
    }

    /// <summary>Address of the portal.</summary>
    public Uri Address { get; }

    /// <summary>Sits down.</summary>
    /// <exception cref="CliException">There is no address, or it is not on this machine.</exception>
    public static PortalDesk Open(OpenMigration migration, string? url, PortalUserSettings settings)
    {
        var definition = migration.Host.Definition;
        var target = definition.Connections[definition.Target].Settings;
        var text = url ?? target.FirstOrDefault(setting => setting.Key == "baseUrl")?.Values[0];
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || !address.IsLoopback)
        {
            throw new CliException("Simulated people work on a simulated rail only, and none is named.", "Start 'bridge simulate impact' and name its address with --url, or as baseUrl of the target.") { Value = text };
        }

        var program = target.FirstOrDefault(setting => setting.Key == "programId")?.Values[0];
        return new PortalDesk(migration, address, program, settings);
    }

    /// <summary>Works until it is asked to stop, or looks once.</summary>
    /// <returns>Number of things done.</returns>
    public async Task<int> WorkAsync(bool once, Action<PortalLogEntry> tell, CancellationToken cancellationToken)
    {
        var told = 0;
        try
        {
            do
            {
                await person.PollAsync(cancellationToken);
                foreach (var entry in person.Log.Skip(told))
                {
                    tell(entry);
                    told++;
                    if (entry.Event == PortalEvent.PartnerRefused)
                    {
                        // The portal alone shows it, so the person says so; nobody minds when the run saw it by itself.
                        _ = await desk.ReportDeclinedAsync(entry.Subject, "the simulated portal user", cancellationToken);
                    }
                }

                if (!once)
                {
                    await Task.Delay(settings.PollEvery, time, cancellationToken);
                }
            }
            while (!once);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Going home is how the work ends.
        }
        catch (HttpRequestException error)
        {
            throw new CliException($"The portal does not answer: {error.Message}", "Start 'bridge simulate impact' and correct the address.") { Place = Address.ToString() };
        }

        return told;
    }

    /// <summary>Downloads the templates of both import tools.</summary>
    /// <returns>Paths of the files.</returns>
    /// <exception cref="CliException">The portal does not answer.</exception>
    public async Task<IReadOnlyList<string>> DownloadAsync(string folder, CancellationToken cancellationToken)
    {
        var paths = new List<string>();
        Directory.CreateDirectory(folder);
        try
        {
            foreach (var (tool, name) in new[] { ("prospect-import", "prospect-template.csv"), ("partner-import", "import-template.csv") })
            {
                var path = Path.Combine(folder, name);
                await File.WriteAllTextAsync(path, await new PortalClient(client).ImportTemplateAsync(tool, cancellationToken), cancellationToken);
                paths.Add(path);
            }
        }
        catch (HttpRequestException error)
        {
            throw new CliException($"The portal does not answer: {error.Message}", "Start 'bridge simulate impact' and correct the address.") { Place = Address.ToString() };
        }

        return paths;
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();
}
