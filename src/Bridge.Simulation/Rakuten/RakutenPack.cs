using System.Text.Json;
using Bridge.Simulation.Rakuten.Generation;

namespace Bridge.Simulation.Rakuten;

/// <summary>
/// A seeded export folder as a brand on Rakuten Advertising really has it (dashboard exports, saved report, offer sheet, link
/// and coupon lists, with their dirt), and the truth about it. Held in memory, so bounded by the size asked for; use
/// <see cref="WriteLargeAsync(string, RakutenPackOptions, CancellationToken)"/> beyond some thousand publishers.
/// </summary>
public sealed class RakutenPack
{
    private readonly ProgramGenerator _generator;

    private RakutenPack(RakutenPackOptions options)
    {
        Options = options;
        _generator = new ProgramGenerator(options);
        var bundles = _generator.Bundles().ToList();
        var streams = new SortedDictionary<string, MemoryStream>(StringComparer.Ordinal);
        var files = Render(
            options, _generator, bundles, name => streams[name] = new MemoryStream(), CancellationToken.None, out _);
        Truth = TruthBuilder.Build(options, _generator.Catalogue, bundles, _generator.FreeCodes, files);
        Files = [.. streams.Select(pair => new RakutenPackFile(pair.Key, pair.Value.ToArray()))];
        Publishers = [.. bundles.Select(bundle => bundle.Publisher)];
        Assignments = [.. bundles.SelectMany(bundle => bundle.Assignments)];
        Links = [.. bundles.SelectMany(bundle => bundle.Links)];
        Codes = [.. bundles.SelectMany(bundle => bundle.Codes), .. _generator.FreeCodes];
        ReportRows = [.. bundles.SelectMany(bundle => bundle.ReportRows)];
    }

    public RakutenPackOptions Options { get; }

    public IReadOnlyList<RakutenPublisher> Publishers { get; }

    public IReadOnlyList<RakutenOffer> Offers => _generator.Catalogue.Offers;

    public IReadOnlyList<RakutenCommissioningList> CommissioningLists => _generator.Catalogue.Lists;

    /// <summary>Who holds which offer: the contracts.</summary>
    public IReadOnlyList<RakutenAssignment> Assignments { get; }

    public IReadOnlyList<RakutenLink> Links { get; }

    /// <summary>Rows of the coupon list, codes without owner last.</summary>
    public IReadOnlyList<RakutenCode> Codes { get; }

    /// <summary>Traffic, orders and corrections.</summary>
    public IReadOnlyList<RakutenReportRow> ReportRows { get; }

    /// <summary>The files as they will be written, in name order.</summary>
    public IReadOnlyList<RakutenPackFile> Files { get; }

    public RakutenPackTruth Truth { get; }

    /// <summary>Makes a pack; the same options give the same bytes on any machine.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or more than the publishers can hold.</exception>
    public static RakutenPack Create(RakutenPackOptions options) => new(options);

    /// <summary>Writes the export folder; files of the same name are replaced.</summary>
    public async Task WriteToAsync(string folder, CancellationToken cancellationToken)
    {
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
            await File.WriteAllBytesAsync(path, file.Content, cancellationToken);
        }
    }

    /// <summary>Writes the truth as JSON.</summary>
    /// <exception cref="ArgumentException">The file would stand in a pack folder, where a connector could read it.</exception>
    public async Task WriteTruthAsync(string file, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file)) ?? "";
        if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "publishers-*.csv").Any())
        {
            throw new ArgumentException($"{file} stands inside a pack folder; the truth belongs outside of it.", nameof(file));
        }

        Directory.CreateDirectory(folder);
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, Truth, RakutenTruthJson.Default.RakutenPackTruth, cancellationToken);
    }

    /// <summary>
    /// Writes a pack of any size in flat memory and returns its counts. <see cref="RakutenPackOptions.Large"/> gives options in
    /// fair proportions.
    /// </summary>
    public static Task<RakutenPackCounts> WriteLargeAsync(
        string folder, RakutenPackOptions options, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var generator = new ProgramGenerator(options);
            Directory.CreateDirectory(Path.Combine(folder, "commissioning-lists"));
            Render(
                options,
                generator,
                generator.Bundles(),
                name => new FileStream(Path.Combine(folder, name), FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16),
                cancellationToken,
                out var counts);
            return counts;
        },
        cancellationToken);

    /// <summary>As the other overload, by the two counts that matter.</summary>
    public static Task<RakutenPackCounts> WriteLargeAsync(
        string folder, int publishers, int links, CancellationToken cancellationToken) =>
        WriteLargeAsync(folder, RakutenPackOptions.Large(publishers, links), cancellationToken);

    /// <summary>
    /// The publishers that a target already has: <paramref name="share"/> of all, evenly chosen from the approved ones, streamed
    /// and the same for the same options.
    /// </summary>
    /// <param name="options">Options of the pack.</param>
    /// <param name="share">Fraction of all publishers, for example 0.3; at most the fraction that is approved.</param>
    public static IEnumerable<RakutenTargetPartner> TargetPartners(RakutenPackOptions options, decimal share) =>
        new ProgramGenerator(options).TargetPartners(share);

    private static IReadOnlyList<RakutenFileTruth> Render(
        RakutenPackOptions options,
        ProgramGenerator generator,
        IEnumerable<PublisherBundle> bundles,
        Func<string, Stream> open,
        CancellationToken cancellationToken,
        out RakutenPackCounts counts)
    {
        using var renderer = new PackRenderer(options, generator.Catalogue, open);
        var (publishers, contracts, links, codes, rows) = (0, 0, 0, 0, 0);
        foreach (var bundle in bundles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            renderer.Add(bundle);
            publishers++;
            contracts += bundle.Assignments.Count;
            links += bundle.Links.Count;
            codes += bundle.Codes.Count;
            rows += bundle.ReportRows.Count;
        }

        foreach (var code in generator.FreeCodes)
        {
            renderer.Add(code);
        }

        var files = renderer.Finish();
        counts = new RakutenPackCounts
        {
            Publishers = publishers,
            Offers = generator.Catalogue.Offers.Count,
            CommissioningLists = generator.Catalogue.Lists.Count,
            Contracts = contracts,
            Links = links,
            Codes = codes + generator.FreeCodes.Count,
            ReportRows = rows,
            Files = files,
        };
        return files;
    }
}
