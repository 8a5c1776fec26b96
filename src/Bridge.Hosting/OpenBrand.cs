using Bridge.Engine.Artifacts;
using Bridge.Engine.Brands;
using Bridge.Engine.Migrations;

namespace Bridge.Hosting;

/// <summary>All programs of a brand, open for reading.</summary>
public sealed class OpenBrand : IAsyncDisposable
{
    private readonly List<OpenMigration> open = [];

    private OpenBrand(BrandDefinition definition) => Definition = definition;

    /// <summary>The brand.</summary>
    public BrandDefinition Definition { get; }

    /// <summary>Programs that have a source snapshot, in the order of the brand.</summary>
    public IReadOnlyList<ProgramSource> Sources { get; private set; } = [];

    /// <summary>Programs that have none yet.</summary>
    public IReadOnlyList<string> Unread { get; private set; } = [];

    /// <summary>Opens the programs that have been worked with.</summary>
    /// <param name="folder">Folder of the brand.</param>
    /// <param name="settings">Surroundings.</param>
    /// <param name="days">Conversions of how many days before the snapshot count; null for all.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="MigrationInvalidException"><c>brand.yaml</c>, a <c>bridge.yaml</c> or a profile has problems; all of them are named.</exception>
    public static async Task<OpenBrand> OpenAsync(string folder, HostSettings settings, int? days, CancellationToken cancellationToken)
    {
        var brand = new OpenBrand(await BrandFolder.ReadAsync(folder, cancellationToken));
        try
        {
            var sources = new List<ProgramSource>();
            var unread = new List<string>();
            foreach (var program in brand.Definition.Programs)
            {
                if (HostedBrand.HasState(program))
                {
                    var migration = await OpenMigration.OpenAloneAsync(program.Folder, settings, cancellationToken);
                    brand.open.Add(migration);
                    if (await SourceAsync(program, migration, days, cancellationToken) is { } source)
                    {
                        sources.Add(source);
                        continue;
                    }
                }

                unread.Add(program.Name);
            }

            (brand.Sources, brand.Unread) = (sources, unread);
            return brand;
        }
        catch
        {
            await brand.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var migration in open)
        {
            await migration.DisposeAsync();
        }
    }

    private static async Task<ProgramSource?> SourceAsync(BrandProgram program, OpenMigration migration, int? days, CancellationToken cancellationToken)
    {
        if (await migration.Pipeline.Snapshots.FindNewestAsync(SnapshotSide.Source, cancellationToken) is not { } snapshot)
        {
            return null;
        }

        var host = migration.Host;
        var rail = host.Definition.Connections[host.Definition.Source].Rail;
        var wide = host.Rails.FirstOrDefault(module => module.Descriptor.Id == rail)?.Descriptor.PartnerIdsAreRailWide ?? false;
        var profile = migration.Pipeline.ReadProfile();
        return new ProgramSource
        {
            Name = program.Name,
            Source = snapshot,
            Runs = host.Runs,
            IdScope = wide ? rail : $"{rail}/{snapshot.Manifest.Program.AccountId}",
            Rules = profile.Definition.Match,
            Since = days is { } back ? snapshot.Manifest.StartedAt.AddDays(-back) : null,
        };
    }
}
