using System.Text;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Conformance;
using Bridge.Rails.House;
using Bridge.Simulation.House;
using Bridge.Testing.Privacy;
using Bridge.Testing.Time;

namespace Bridge.Rails.Tests.House;

/// <summary>A folder with house files, and connections that read it.</summary>
internal sealed class HouseFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bridge-house-");

    public string Path => folder.FullName;

    public List<Finding> Problems { get; } = [];

    public PlainPersonalValues Personal { get; } = new();

    public void Dispose() => folder.Delete(recursive: true);

    public HouseFolder Write(string name, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, name), text, new UTF8Encoding(false));
        return this;
    }

    public HouseFolder Write(SimulatedHouse house)
    {
        foreach (var file in house.Files)
        {
            File.WriteAllBytes(System.IO.Path.Combine(Path, file.Name), file.Content.ToArray());
        }

        return this;
    }

    public IRail? TryOpen(params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string> { ["exportFolder"] = Path, ["programId"] = "acme", ["currency"] = "EUR" };
        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }

        Problems.Clear();
        return new RailConnection
        {
            Name = "acme-house",
            Settings = values,
            BasePath = Path,
            Personal = Personal,
            Time = new ManualTimeProvider(new DateTimeOffset(2026, 6, 30, 9, 0, 0, TimeSpan.Zero)),
        }.TryOpen(new HouseRailModule(), ClosedWriteGate.Instance, Problems);
    }

    public IRail Open(params (string Key, string Value)[] settings) =>
        TryOpen(settings) ?? throw new InvalidOperationException(string.Join("\n", Problems));
}
