using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Conformance;
using Bridge.Rails.Rakuten;
using Bridge.Simulation.Rakuten;
using Bridge.Testing.Time;

namespace Bridge.Rails.Tests.Rakuten;

/// <summary>A tidy export folder, a day old. Nothing on Rakuten can be changed, so nothing counts as a mutating call.</summary>
internal sealed class RakutenWorld : IRailWorld
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bridge-rakuten-world-");

    public RakutenWorld()
    {
        foreach (var file in Pack.Files)
        {
            var path = Path.Combine(folder.FullName, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content.ToArray());
            File.SetLastWriteTimeUtc(path, Time.GetUtcNow().UtcDateTime.AddDays(-1));
        }
    }

    public static RakutenPack Pack { get; } = RakutenPack.Create(new RakutenPackOptions
    {
        Seed = 11,
        Dirt = false,
        Publishers = 80,
        Contracts = 90,
        Links = 160,
        Codes = 1100,
        Orders = 120,
    });

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 6, 30, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Settings over those of a good connection.</summary>
    public IReadOnlyDictionary<string, string> Changes { get; init; } = new Dictionary<string, string>();

    public int MutatingCalls => 0;

    public IRail Open(IWriteGate gate) => new RailConnection
    {
        Name = "acme-rakuten",
        Settings = new Dictionary<string, string>(Changes)
        {
            ["advertiserId"] = Pack.Options.Mid,
            ["currency"] = Pack.Options.Currency,
            ["programName"] = "Acme Shop",
            ["exportFolder"] = Changes.GetValueOrDefault("exportFolder", folder.FullName),
        },
        Time = Time,
        BasePath = folder.FullName,
    }.Open(new RakutenRailModule(), gate);

    public Task RunAsync(Func<Task> body) => body();

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
