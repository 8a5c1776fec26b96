namespace Bridge.Cli.Tests;

/// <summary>Questions through the command line, and what their answers change.</summary>
public sealed class QuestionsTests
{
    [Fact]
    public async Task Losses_are_asked_answered_in_a_sheet_and_accepted_by_the_approval()
    {
        await using var lab = await MigrationLab.CreateAsync();
        await lab.RunAsync("extract");
        await lab.RunAsync("plan");
        var refused = await lab.RunAsync("approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-answered");

        var exported = await lab.RunAsync("questions", "export", "questions.csv", "--json");
        var path = Path.Combine(lab.Folder, "questions.csv");
        var answers = (await lab.RunAsync("questions", "--json")).Json["questions"]!.AsArray()
            .Select(question => $"{question!["id"]},{((string)question["kind"]! == "loss" ? "accept" : "")},Tom");
        await File.WriteAllTextAsync(path, "ID,Answer,Answered By\n" + string.Join('\n', answers) + "\n");
        var imported = await lab.RunAsync("questions", "import", "questions.csv", "--json");
        var approved = await lab.RunAsync("approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-answered", "--json");

        refused.ExitCode.Should().Be(3);
        exported.ExitCode.Should().Be(0, exported.Error);
        imported.ExitCode.Should().Be(0, imported.Output + imported.Error);
        ((int)imported.Json["taken"]!).Should().BePositive();
        approved.ExitCode.Should().Be(0, approved.Output + approved.Error);
        (await File.ReadAllTextAsync(Path.Combine(lab.Folder, "answers.csv"))).Should().Contain("loss,").And.Contain(",accept,Tom,");
    }

    [Fact]
    public async Task An_answer_that_changes_after_planning_makes_the_plan_stale_and_is_named()
    {
        await using var lab = await MigrationLab.CreateAsync();
        await lab.RunAsync("extract");
        await lab.RunAsync("plan");
        await lab.RunAsync("approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all");
        var desk = new Engine.Questions.QuestionDesk(lab.Folder, lab.Time);
        await desk.DecideAsync("tierPeriod", "500001", "quarter", "Tom", CancellationToken.None);

        var applied = await lab.RunAsync("apply", "latest", "--json");
        var again = await lab.RunAsync("plan", "--json");
        var back = await lab.RunAsync("apply", "latest", "--json");

        applied.ExitCode.Should().Be(4);
        ((string)applied.Problem["message"]!).Should().Contain("tierPeriod of '500001' is now 'quarter', by Tom");
        again.ExitCode.Should().Be(0, again.Output + again.Error);
        back.ExitCode.Should().Be(3, "the new plan is another one and not approved");
    }

    [Fact]
    public async Task A_sheet_with_a_wrong_row_is_not_taken_at_all()
    {
        await using var lab = await MigrationLab.CreateAsync();
        await lab.RunAsync("extract");
        await lab.RunAsync("plan");
        var first = (string)(await lab.RunAsync("questions", "--json")).Json["questions"]![0]!["id"]!;
        await File.WriteAllTextAsync(Path.Combine(lab.Folder, "back.csv"), $"ID,Answer\n{first},accept\nq-nobody,accept\n");

        var imported = await lab.RunAsync("questions", "import", "back.csv", "--as", "Maria");

        imported.ExitCode.Should().Be(1);
        imported.Error.Should().Contain("back.csv:3").And.Contain("q-nobody");
        File.Exists(Path.Combine(lab.Folder, "answers.csv")).Should().BeFalse();
    }
}
