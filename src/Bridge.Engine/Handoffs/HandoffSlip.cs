using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Handoffs;

/// <summary>The slip of a hand-off: what is to be done, for people and for those who automate their portal work.</summary>
internal static class HandoffSlip
{
    /// <summary>Writes the slip of a task.</summary>
    public static Task WriteAsync(IOutbox outbox, Handoff handoff, PortalTask task, CancellationToken cancellationToken)
    {
        var slip = new JsonObject
        {
            ["kind"] = handoff.Form,
            ["id"] = handoff.Id,
            ["task"] = task.Task,
            ["title"] = task.Title,
            ["instructions"] = Texts([.. handoff.Wrong.Select(wrong => $"Correct this first: {wrong}"), .. task.Instructions]),
            ["fields"] = JsonNode.Parse(task.FieldsJson),
            ["needsAnswer"] = task.NeedsAnswer,
            ["reissue"] = handoff.Reissue,
        };
        if (task.Sheet.Count > 0)
        {
            slip["sheets"] = Texts(BuildSheet.Extensions.Select(extension => $"{handoff.Id}.{extension}"));
        }

        Add(slip, "wrong", handoff.Wrong);
        return WriteAsync(outbox, handoff, slip, cancellationToken);
    }

    /// <summary>Writes the slip of a file pack.</summary>
    public static Task WriteAsync(
        IOutbox outbox, Handoff handoff, IReadOnlyList<string> instructions, FilePackColumns columns, string? shared, CancellationToken cancellationToken)
    {
        var slip = new JsonObject
        {
            ["kind"] = handoff.Form,
            ["id"] = handoff.Id,
            ["file"] = handoff.FileName,
            ["tool"] = handoff.Tool,
            ["instructions"] = Texts([.. handoff.Wrong.Select(wrong => $"Look at this first: {wrong}"), .. instructions]),
            ["partners"] = handoff.Steps.Count,
            ["rows"] = handoff.Rows.Sum(),
            ["reissue"] = handoff.Reissue,
            ["template"] = columns.Template,
        };
        if (shared is not null)
        {
            slip["templateId"] = shared;
        }

        Add(slip, "unconfirmedColumns", columns.Unconfirmed);
        Add(slip, "notes", handoff.Notes);
        Add(slip, "wrong", handoff.Wrong);
        return WriteAsync(outbox, handoff, slip, cancellationToken);
    }

    private static Task WriteAsync(IOutbox outbox, Handoff handoff, JsonObject slip, CancellationToken cancellationToken) =>
        outbox.WriteSlipAsync(handoff.Id, JsonSerializer.SerializeToUtf8Bytes(slip, SlipJson.Default.JsonObject), cancellationToken);

    private static void Add(JsonObject slip, string name, IReadOnlyCollection<string> texts)
    {
        if (texts.Count > 0)
        {
            slip[name] = Texts(texts);
        }
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)JsonValue.Create(text, HandoffJson.Default.String))]);
}
