using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Engine.Handoffs;

namespace Bridge.Cli.Inspection;

/// <summary>Files and tasks for people, in words and as JSON.</summary>
internal static class TaskText
{
    /// <summary>The list.</summary>
    public static void Write(CliOutput output, IReadOnlyList<Handoff> open, string outbox)
    {
        if (open.Count == 0)
        {
            output.Line("Nothing waits for a person.");
            return;
        }

        output.Heading($"{open.Count} files and tasks wait for people; they lie in {outbox}:");
        output.Table(
            ["id", "form", "tool", "steps", "answer", "again", "title"],
            [.. open.Select(each => new[]
            {
                each.Id, each.Form, each.Tool, $"{each.Steps.Count}", each.NeedsAnswer ? "needed" : "-", each.Reissue == 0 ? "-" : $"{each.Reissue}x", each.Title,
            })]);
        foreach (var (id, wrong) in open.SelectMany(each => each.Wrong.Select(wrong => (each.Id, wrong))))
        {
            output.Line($"  {id}: {wrong}");
        }

        if (open.Any(each => each.NeedsAnswer))
        {
            output.Line("Answer with 'bridge tasks answer <id> <value>'. What needs no answer is seen on the target when it is done.");
        }
    }

    /// <summary>One for programs.</summary>
    public static JsonObject Json(Handoff handoff) => new()
    {
        ["id"] = handoff.Id,
        ["run"] = handoff.RunId,
        ["form"] = handoff.Form,
        ["tool"] = handoff.Tool,
        ["title"] = handoff.Title,
        ["steps"] = handoff.Steps.Count,
        ["needsAnswer"] = handoff.NeedsAnswer,
        ["reissue"] = handoff.Reissue,
        ["wrong"] = Output.Json.Texts(handoff.Wrong),
    };
}
