using System.Text.Json;
using Bridge.Simulation.Rakuten.Generation;

namespace Bridge.Simulation.Rakuten.Brands;

/// <summary>
/// A brand with several programs, as a folder of downloads per program: other networks, currencies, time zones and languages,
/// partners that take part in more than one of them, sub-networks with their sub-publishers. Held in memory.
/// </summary>
public sealed class RakutenBrand
{
    private RakutenBrand(RakutenBrandOptions options)
    {
        Options = options;
        Parts = [.. options.Programs.Select((program, place) => new RakutenBrandPart(program, RakutenPack.Create(PackOptions(options, program, place))))];
        Truth = RakutenBrandTruth.Of(options, Parts);
    }

    public RakutenBrandOptions Options { get; }

    /// <summary>Exports by program.</summary>
    public IReadOnlyList<RakutenBrandPart> Parts { get; }

    public RakutenBrandTruth Truth { get; }

    /// <summary>Makes a brand; the same options give the same bytes on any machine.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are too few partners for the programs, or a share or count is out of bounds.</exception>
    public static RakutenBrand Create(RakutenBrandOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfZero(options.Programs.Count, nameof(RakutenBrandOptions.Programs));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Partners, RakutenBrandOptions.MinimumPartners(options.Programs.Count), nameof(RakutenBrandOptions.Partners));
        ArgumentOutOfRangeException.ThrowIfNegative(options.SharedShare, nameof(RakutenBrandOptions.SharedShare));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.SharedShare, 0.3m, nameof(RakutenBrandOptions.SharedShare));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Months, 1, nameof(RakutenBrandOptions.Months));
        return new RakutenBrand(options);
    }

    /// <summary>Writes one folder per program; files of the same name are replaced.</summary>
    /// <param name="folder">Folder above the programs' folders.</param>
    /// <param name="withAssignments">False to leave out the sheets that say who holds which offer.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public Task WriteToAsync(string folder, bool withAssignments, CancellationToken cancellationToken) =>
        WriteAsync(folder, (part, file) => withAssignments || file.Name != part.AssignmentFile, cancellationToken);

    /// <summary>Writes the sheets that say who holds which offer, and nothing else.</summary>
    /// <param name="folder">Folder above the programs' folders.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public Task WriteAssignmentsAsync(string folder, CancellationToken cancellationToken) =>
        WriteAsync(folder, (part, file) => file.Name == part.AssignmentFile, cancellationToken);

    /// <summary>Writes the truth as JSON. It holds personal values in the clear: keep it away from the downloads.</summary>
    public async Task WriteTruthAsync(string file, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file)) ?? "");
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, Truth, RakutenTruthJson.Default.RakutenBrandTruth, cancellationToken);
    }

    private async Task WriteAsync(string folder, Func<RakutenBrandPart, RakutenPackFile, bool> wanted, CancellationToken cancellationToken)
    {
        foreach (var part in Parts)
        {
            foreach (var file in part.Pack.Files.Where(file => wanted(part, file)))
            {
                var path = Path.Combine(folder, part.Program.Name, file.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllBytesAsync(path, file.Content, cancellationToken);
            }
        }
    }

    /// <summary>Programs are windows of equal width on one row of partners; neighbours overlap.</summary>
    private static RakutenPackOptions PackOptions(RakutenBrandOptions options, RakutenBrandProgram program, int place)
    {
        var count = options.Programs.Count;
        var shared = count == 1 ? 0 : (int)(options.Partners * options.SharedShare);
        var width = (options.Partners + ((count - 1) * shared)) / count;
        var first = place * (width - shared);
        var publishers = place == count - 1 ? options.Partners - first : width;
        var second = width - shared;
        return RakutenPackOptions.Of(publishers) with
        {
            Publishers = publishers,
            Seed = options.Seed + place,
            Dirt = options.Dirt,
            AsOf = options.AsOf,
            Mid = program.Mid,
            Currency = program.Currency,
            BrandHosts = program.Hosts,
            Language = program.Language,
            FileNames = program.FileNames,
            Months = options.Months,
            Orders = publishers * 2 * options.Months / 12,
            SubPublishers = options.SubPublishers,
            Population = new RakutenPopulation
            {
                Seed = options.Seed,
                First = first,
                KnownBelow = place == 0 ? 0 : first + shared,
                SubNetwork = Enumerable.Range(count == 1 ? 0 : second, Math.Max(shared, 20))
                    .First(index => IsApproved(index) && (count == 1 || IsApproved(index - second)) && index % 10 != 4),
            },
        };
    }

    private static bool IsApproved(int place) => PublisherForge.State(place) == RakutenPublisherState.Approved;
}
