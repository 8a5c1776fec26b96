namespace Bridge.Worker.Tests;

/// <summary>A folder of migrations that is there for one test. Its plain migrations have no rail to talk to: their schedules alone count.</summary>
internal sealed class WorkerRoot : IDisposable
{
    /// <summary>A cron expression that does not fire while anybody tests.</summary>
    public const string Never = "0 0 3 1 1 ?";

    public string Folder { get; } = Directory.CreateTempSubdirectory("bridge-worker-").FullName;

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes the bridge.yaml of a migration.</summary>
    public void Write(string name, string extract = Never, string observe = Never, string zone = "UTC", string source = "from")
    {
        Directory.CreateDirectory(PathOf(name));
        File.WriteAllText(Path.Combine(PathOf(name), "bridge.yaml"), $"""
            client: acme
            migration: plain
            source: {source}
            target: to
            profile: profile.yaml
            connections:
              from:
                rail: rakuten
              to:
                rail: impact
            schedule:
              extract: "{extract}"
              observe: "{observe}"
              timeZone: {zone}

            """);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
