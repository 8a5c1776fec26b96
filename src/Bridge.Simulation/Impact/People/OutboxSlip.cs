using System.Text.Json;
using Bridge.Simulation.Impact.Portal;

namespace Bridge.Simulation.Impact.People;

/// <summary>One hand-off in the outbox: a slip (JSON) and, for a file pack, the table beside it.</summary>
/// <param name="Id">Id of the hand-off.</param>
/// <param name="Kind">FilePack or WorkItem.</param>
/// <param name="Task">Task of a work item, tool of a file pack.</param>
/// <param name="Reissue">How often it was issued again.</param>
/// <param name="FieldsJson">The fields of a work item as a JSON object.</param>
/// <param name="Table">Path of the table of a file pack, or null.</param>
/// <param name="TemplateId">Terms to pick for a file, or null.</param>
internal sealed record OutboxSlip(string Id, string Kind, string Task, int Reissue, string FieldsJson, string? Table, string? TemplateId)
{
    /// <summary>The slips that are complete, in name order. One that is being written is left for the next look.</summary>
    public static IEnumerable<OutboxSlip> ReadAll(string folder)
    {
        if (!Directory.Exists(folder))
            yield break;

        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).ToList())
        {
            if (Read(path) is { } slip)
                yield return slip;
        }
    }

    /// <exception cref="PortalException">The table was taken away.</exception>
    public string ReadTable()
    {
        try
        {
            return File.ReadAllText(Table!);
        }
        catch (FileNotFoundException exception)
        {
            throw new PortalException("The file is gone.", exception);
        }
    }

    private static OutboxSlip? Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            var root = document.RootElement;
            var kind = Text(root, "kind");
            var id = Text(root, "id") ?? Path.GetFileNameWithoutExtension(path);
            var table = Text(root, "file") is { } file ? Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(file)) : null;
            if (kind is null || (kind == "FilePack" && !File.Exists(table)))
                return null;

            return new OutboxSlip(
                id,
                kind,
                Text(root, kind == "FilePack" ? "tool" : "task") ?? string.Empty,
                root.TryGetProperty("reissue", out var reissue) && reissue.TryGetInt32(out var number) ? number : 0,
                root.TryGetProperty("fields", out var fields) ? fields.GetRawText() : "{}",
                table,
                Text(root, "templateId"));
        }
        catch (Exception exception) when (exception is JsonException or FileNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
        ? value.ToString()
        : null;
}
