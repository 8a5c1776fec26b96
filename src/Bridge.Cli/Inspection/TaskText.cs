using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Engine.Handoffs;

namespace Bridge.Cli.Inspection;

/// <summary>Files and tasks for people, in words and as JSON.</summary>
internal static class TaskText
{
    private static readonly (string Group, string Title)[] Groups =
    [
        ("files", "Files to upload"),
        ("portal", "Work in the portal"),
        ("questions", "Questions"),
        (TaskView.Partners, "Waiting for partners; nothing to do in the portal"),
    ];

    /// <summary>The list, group by group.</summary>
    public static void Write(CliOutput output, IReadOnlyList<TaskView> tasks, string outbox)
    {
        if (tasks.Count == 0)
        {
            output.Line("Nothing waits for a person.");
            return;
        }

        output.Heading($"{tasks.Count} files and tasks wait for people; they lie in {outbox}:");
        foreach (var (group, title) in Groups)
        {
            Write(output, title, [.. tasks.Where(task => task.Group == group)]);
        }

        foreach (var view in tasks)
        {
            foreach (var line in view.Task.Wrong.Concat(view.Task.Notes))
            {
                output.Line($"  {view.Task.Id}: {line}");
            }
        }

        if (tasks.Any(view => view.Task.NeedsAnswer))
        {
            output.Line("Answer with 'bridge tasks complete <id> --value <answer>'. What needs no answer is seen on the target when it is done.");
        }
    }

    /// <summary>The packs that hold personal data.</summary>
    public static void Write(CliOutput output, IReadOnlyList<HeldPack> packs)
    {
        if (packs.Count == 0)
        {
            return;
        }

        output.Heading("Files with personal data in the outbox; their holder deletes them, and copies of them, when they are done:");
        output.Table(
            ["pack", "holder", "may be deleted now", "file"],
            [.. packs.Select(pack => new[] { pack.Id, pack.Holder ?? "nobody yet", pack.MayBeDeleted ? "yes: 'bridge tasks discard'" : $"no: {pack.Open} of {pack.Steps} not known to be uploaded", pack.File })]);
    }

    /// <summary>One for programs.</summary>
    public static JsonObject Json(TaskView view) => new()
    {
        ["id"] = view.Task.Id,
        ["run"] = view.Task.RunId,
        ["form"] = view.Task.Form,
        ["tool"] = view.Task.Tool,
        ["group"] = view.Group,
        ["title"] = view.Task.Title,
        ["owner"] = view.Claim?.Owner,
        ["due"] = Day(view.Claim?.Due),
        ["note"] = view.Claim?.Note,
        ["reportedDoneBy"] = view.Claim?.DoneBy,
        ["answer"] = view.Answer?.Value,
        ["ageDays"] = view.AgeDays,
        ["steps"] = view.Task.Steps.Count,
        ["open"] = view.Open,
        ["withPartner"] = view.WithPartner,
        ["blocks"] = Output.Json.Counts(view.Blocks),
        ["needsAnswer"] = view.Task.NeedsAnswer,
        ["reissue"] = view.Task.Reissue,
        ["wrong"] = Output.Json.Texts(view.Task.Wrong),
        ["notes"] = Output.Json.Texts(view.Task.Notes),
    };

    /// <summary>One pack for programs.</summary>
    public static JsonObject Json(HeldPack pack) => new()
    {
        ["pack"] = pack.Id,
        ["file"] = pack.File,
        ["holder"] = pack.Holder,
        ["partners"] = pack.Steps,
        ["open"] = pack.Open,
        ["mayBeDeleted"] = pack.MayBeDeleted,
    };

    private static void Write(CliOutput output, string title, IReadOnlyList<TaskView> tasks)
    {
        if (tasks.Count == 0)
        {
            return;
        }

        output.Line($"{title}:");
        output.Table(
            ["id", "owner", "due", "age", "steps", "blocks", "said", "again", "title"],
            [.. tasks.Select(view => new[]
            {
                view.Task.Id,
                view.Claim?.Owner ?? "-",
                Day(view.Claim?.Due) ?? "-",
                view.AgeDays is { } days ? $"{days} d" : "-",
                view.WithPartner == 0 ? $"{view.Open}" : $"{view.Open} ({view.WithPartner} with partners)",
                view.Blocks.Count == 0 ? "-" : string.Join(", ", view.Blocks.Select(count => $"{count.Count} {count.Name}")),
                Said(view),
                view.Task.Reissue == 0 ? "-" : $"{view.Task.Reissue}x",
                view.Task.Title,
            })]);
    }

    private static string Said(TaskView view) => view switch
    {
        { Answer: { } answer } => $"answered {answer.Value}",
        { Claim.DoneBy: { } who } => $"done, says {who}",
        { Task.NeedsAnswer: true } => "answer needed",
        _ => "-",
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
