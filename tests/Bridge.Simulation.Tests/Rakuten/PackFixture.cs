using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Tests.Rakuten;

/// <summary>One normal pack for many tests, with its files read back.</summary>
public sealed class PackFixture
{
    public RakutenPack Pack { get; } = RakutenPack.Create(new RakutenPackOptions());

    internal Dictionary<string, SheetReader> Sheets => _sheets ??= Pack.Files.ToDictionary(
        file => file.Name, file => SheetReader.Read(file.Name, file.Content), StringComparer.Ordinal);

    private Dictionary<string, SheetReader>? _sheets;

    internal static string? KeyColumn(string file) => file switch
    {
        _ when file.StartsWith("custom-report", StringComparison.Ordinal) => "Publisher ID",
        "offers.csv" => "Offer ID",
        _ when file.EndsWith(".txt", StringComparison.Ordinal) => null,
        _ => "Site ID",
    };
}
