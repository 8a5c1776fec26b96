using System.Globalization;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Yaml;
using Bridge.Model.Findings;

namespace Bridge.Engine.Migrations;

/// <summary>Reads <c>bridge.yaml</c> and reports every problem with its place.</summary>
public static class MigrationReader
{
    /// <summary>Name of the file in a migration's folder.</summary>
    public const string FileName = "bridge.yaml";

    /// <summary>Code of the finding about a cron expression that cannot be read.</summary>
    public const string CronCode = "BRG-MIG-009";

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">Text.</param>
    /// <param name="folder">Folder of the file.</param>
    /// <param name="findings">Takes every problem.</param>
    /// <returns>The definition, or null when a problem is blocking.</returns>
    public static MigrationDefinition? Read(string text, string folder, ICollection<Finding> findings)
    {
        var own = new List<Finding>();
        var root = NodeReader.Root(YamlTree.Parse(text, FileName, own), FileName, own);
        var connections = ReadConnections(root);
        var definition = new MigrationDefinition
        {
            Folder = folder,
            Client = Segment(root, "client"),
            Migration = Segment(root, "migration"),
            Connections = connections,
            Source = Reference(root, "source", connections),
            Target = Reference(root, "target", connections),
            Profile = Path.GetFullPath(root.RequiredText("profile"), folder),
            Overrides = root.OptionalText("overrides") is { } overrides ? Path.GetFullPath(overrides, folder) : null,
            OptOut = root.OptionalText("optOut") is { } optOut ? Path.GetFullPath(optOut, folder) : null,
            RateShare = root.OptionalNumber("rateShare", 0.01m, 1m) ?? 0.6m,
            Execution = ReadExecution(root.Section("execution")),
            Schedule = ReadSchedule(root.Section("schedule")),
            Artifacts = ReadArtifacts(root.Section("artifacts")),
            ProgramKey = ReadKey(root.Section("keys")),
            SimulatedClock = root.Section("simulation").OptionalText("clock"),
        };
        if (definition.Source.Length > 0 && definition.Source == definition.Target)
        {
            root.Problem("target", "BRG-MIG-003", definition.Target, "Source and target must be two connections.", "Add a second connection and name it here.");
        }

        root.ReportUnknown();
        foreach (var finding in own)
        {
            findings.Add(finding);
        }

        return own.Exists(finding => finding.Severity == Severity.Blocking) ? null : definition;
    }

    private static Dictionary<string, ConnectionDefinition> ReadConnections(NodeReader root)
    {
        var connections = new Dictionary<string, ConnectionDefinition>(StringComparer.Ordinal);
        foreach (var (name, block) in root.SectionMap("connections"))
        {
            connections[name] = new ConnectionDefinition(name, block.RequiredText("rail"), block.Settings("rail"), block.Place);
        }

        if (connections.Count == 0)
        {
            root.Problem("connections", "BRG-MIG-001", null, "A migration needs two connections.", "Add 'connections:' with a block for each; 'bridge init' writes an example.");
        }

        return connections;
    }

    private static string Segment(NodeReader root, string key)
    {
        var text = root.RequiredText(key);
        if (text.Length > 0 && !ArtifactKey.IsSegment(text))
        {
            root.Problem(key, "BRG-MIG-004", text, $"'{key}' names folders and may hold a-z, 0-9, '.', '-' and '_' only.", $"Write it like {new string([.. text.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')])}.");
        }

        return text;
    }

    private static string Reference(NodeReader root, string key, Dictionary<string, ConnectionDefinition> connections)
    {
        var name = root.RequiredText(key);
        if (name.Length > 0 && !connections.ContainsKey(name))
        {
            root.Problem(key, "BRG-MIG-002", name, $"'{key}' names a connection that is not there.", $"Connections: {string.Join(", ", connections.Keys.Order(StringComparer.Ordinal))}.");
        }

        return name;
    }

    private static ExecutionOptions ReadExecution(NodeReader block)
    {
        var standard = new ExecutionOptions();
        return standard with
        {
            Concurrency = block.OptionalWholeNumber("concurrency", 1, 64) ?? standard.Concurrency,
            MaxAttempts = block.OptionalWholeNumber("maxAttempts", 1, 10) ?? standard.MaxAttempts,
            FailureCount = block.OptionalWholeNumber("failureCount", 0, 1_000_000) ?? standard.FailureCount,
            FailureShare = block.OptionalNumber("failureShare", 0m, 1m) ?? standard.FailureShare,
            ObserveEvery = Duration(block, "observeEvery") ?? standard.ObserveEvery,
            ReissueAfter = Duration(block, "reissueAfter") ?? standard.ReissueAfter,
            MaxHandoffs = block.OptionalWholeNumber("maxHandoffs", 1, 10) ?? standard.MaxHandoffs,
        };
    }

    private static ScheduleDefinition? ReadSchedule(NodeReader block)
    {
        var schedule = new ScheduleDefinition(Cron(block, "extract"), Cron(block, "observe"), block.OptionalText("timeZone") ?? "UTC")
        {
            ExtractPlace = block.PlaceOf("extract"),
            ObservePlace = block.PlaceOf("observe"),
        };
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(schedule.TimeZone, out _))
        {
            block.Problem("timeZone", "BRG-MIG-006", schedule.TimeZone, "'schedule.timeZone' is no time zone.", "Write an IANA name such as Europe/Berlin, or UTC.");
        }

        return block.Exists ? schedule : null;
    }

    /// <summary>A cron expression: its number of fields is checked here, the rest by the scheduler that reads it.</summary>
    private static string? Cron(NodeReader block, string key)
    {
        var text = block.OptionalText(key);
        if (text is not null && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length is not (6 or 7))
        {
            block.Problem(
                key,
                CronCode,
                text,
                $"'schedule.{key}' must be a cron expression of six fields, seconds first, and may have a seventh for the year.",
                "Write for example 0 0 2 * * ? for every night at two, or 0 0/30 * * * ? for every half hour.");
        }

        return text;
    }

    /// <summary>A reference: the key itself never stands in the file.</summary>
    private static string? ReadKey(NodeReader block)
    {
        var reference = block.OptionalText("program");
        if (reference is not null && !reference.StartsWith("env:", StringComparison.Ordinal) && !reference.StartsWith("file:", StringComparison.Ordinal))
        {
            block.Problem("program", "BRG-MIG-014", null, "'keys.program' must be a reference, not the key itself.", "Write env:NAME or file:path, take the key out of this file, and use another one.");
        }

        return reference;
    }

    private static ArtifactDefinition ReadArtifacts(NodeReader block)
    {
        var store = block.OptionalChoice("store", ["local", "azureBlob"]) ?? "local";
        var definition = new ArtifactDefinition(store, block.OptionalText("connection"), block.OptionalText("container"));
        if (store == "azureBlob" && (definition.Connection is null || definition.Container is null))
        {
            block.Problem("store", "BRG-MIG-007", store, "An Azure Blob store needs 'connection' and 'container'.", "Write connection: env:NAME of the variable that holds the connection string, and the container's name.");
        }

        return definition;
    }

    /// <summary>A duration such as 90s, 30m, 12h or 3d.</summary>
    private static TimeSpan? Duration(NodeReader block, string key)
    {
        var text = block.OptionalText(key);
        if (text is null)
        {
            return null;
        }

        if (decimal.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            var seconds = text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 };
            if (seconds > 0 && number * seconds <= 365m * 86400)
            {
                return TimeSpan.FromTicks((long)(number * seconds * TimeSpan.TicksPerSecond));
            }
        }

        block.Problem(key, "BRG-MIG-005", text, $"'{key}' must be a duration.", "Write a number and a unit: 90s, 30m, 12h or 3d.");
        return null;
    }
}
