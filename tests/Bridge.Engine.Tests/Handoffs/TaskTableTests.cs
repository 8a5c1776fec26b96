using System.Text;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Handoffs.Tables;
using Bridge.Engine.Migrations;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Tests.Handoffs;

/// <summary>Tasks out to a table and back.</summary>
public sealed class TaskTableTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bridge-tasks-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_filled_in_table_brings_owner_date_answer_note_and_done()
    {
        var rig = await TaskRig.CreateAsync();

        var result = await ImportAsync(rig, $"""
            Task,Owner,Due,Answer,Done,Note
            {TaskRig.Build},Maria,2026-07-15,10233,,checked twice
            {TaskRig.Switch},Kim,2026-07-20,,yes,
            {TaskRig.Pack},,,,,

            """);

        result.Changed.Should().Equal(TaskRig.Build, TaskRig.Switch);
        (await rig.Desk.AnswerOfAsync(TaskRig.Build, default)).Should().Be(new TaskAnswer("10233", "the lead", rig.Time.GetUtcNow()));
        (await rig.Desk.ClaimOfAsync(TaskRig.Build, default)).Should().Match<TaskClaim>(claim => claim.Owner == "Maria" && claim.Due == new DateOnly(2026, 7, 15) && claim.Note == "checked twice" && claim.DoneBy == null);
        (await rig.Desk.ClaimOfAsync(TaskRig.Switch, default)).Should().Match<TaskClaim>(claim => claim.Owner == "Kim" && claim.DoneBy == "the lead");
        (await rig.Desk.ClaimOfAsync(TaskRig.Pack, default)).Should().BeNull();
    }

    [Fact]
    public async Task What_was_written_out_comes_back_without_a_change_and_once_filled_in_only_once()
    {
        var rig = await TaskRig.CreateAsync();
        await rig.Desk.ChangeAsync(TaskRig.Switch, new TaskChange { Owner = "=Kim", Due = new DateOnly(2026, 7, 1), Note = "-urgent", Done = true }, "Kim", default);
        await rig.Desk.AnswerAsync(TaskRig.Build, "10233", "Maria", default);
        var views = new List<TaskView>();
        await foreach (var task in rig.Desk.OpenAsync(default))
        {
            views.Add(new TaskView(task, await rig.Desk.ClaimOfAsync(task.Id, default), await rig.Desk.AnswerOfAsync(task.Id, default), null, 1, 0, []));
        }

        var (csv, xlsx) = (Path.Combine(folder, "t.csv"), Path.Combine(folder, "t.xlsx"));
        await using (var stream = File.Create(csv))
        {
            await TaskTable.WriteCsvAsync(stream, views, default);
        }

        await using (var stream = File.Create(xlsx))
        {
            TaskTable.WriteWorkbook(stream, views);
        }

        (await new TaskImport(rig.Desk).RunAsync(csv, TableForms.Open, "x", default)).Should().BeEquivalentTo(new TaskImportResult(3, []));
        (await new TaskImport(rig.Desk).RunAsync(xlsx, TableForms.Open, "x", default)).Should().BeEquivalentTo(new TaskImportResult(3, []));
    }

    [Fact]
    public async Task German_headers_semicolons_and_day_first_dates_are_read_and_a_hyphen_takes_away()
    {
        var rig = await TaskRig.CreateAsync();
        await rig.Desk.ChangeAsync(TaskRig.Build, new TaskChange { Owner = "Maria", Due = new DateOnly(2026, 7, 1), Note = "old" }, "Maria", default);

        await ImportAsync(rig, $"Aufgabe;Verantwortlich;Fällig am;Erledigt;Notiz\n{TaskRig.Switch};Jörg;31.07.2026;ja;\n{TaskRig.Build};-;-;;-\n");

        (await rig.Desk.ClaimOfAsync(TaskRig.Switch, default)).Should().Match<TaskClaim>(claim => claim.Owner == "Jörg" && claim.Due == new DateOnly(2026, 7, 31) && claim.DoneBy == "the lead");
        (await rig.Desk.ClaimOfAsync(TaskRig.Build, default))!.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task Everything_wrong_is_named_with_line_value_and_remedy_and_nothing_is_taken()
    {
        var rig = await TaskRig.CreateAsync();

        var act = () => ImportAsync(rig, $"""
            Task,Owner,Due,Answer,Done
            {TaskRig.Switch},Kim,2026-07-20,,yes
            task-ffff,Kim,,,
            {TaskRig.Build},Maria,2026-13-40,10 233,
            {TaskRig.Pack},,,10233,
            {TaskRig.Switch},Kim,,,perhaps

            """);

        var findings = (await act.Should().ThrowAsync<MigrationInvalidException>()).Which.Findings;
        findings.Select(finding => finding.Place).Should().Equal("tasks.csv:3", "tasks.csv:4", "tasks.csv:5", "tasks.csv:6");
        findings.Should().OnlyContain(finding => finding.Remedy.Length > 0 && finding.Code == "BRG-TASK-001");
        findings[0].Message.Should().Contain("no open task 'task-ffff'");
        findings[1].Message.Should().Contain("'Due' must be a date");
        findings[2].Message.Should().Contain("needs no answer");
        findings[3].Should().Match<Model.Findings.Finding>(finding => finding.Value == "perhaps" && finding.Message.Contains("yes or no"));
        rig.Outbox.Answers.Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_no_table_is_one_clear_problem()
    {
        var rig = await TaskRig.CreateAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "tasks.pdf"), "x");

        var missing = () => new TaskImport(rig.Desk).RunAsync(Path.Combine(folder, "no.csv"), TableForms.Open, "x", default);
        var other = () => new TaskImport(rig.Desk).RunAsync(Path.Combine(folder, "tasks.pdf"), TableForms.Open, "x", default);

        (await missing.Should().ThrowAsync<MigrationInvalidException>()).Which.Findings.Should().ContainSingle().Which.Message.Should().Contain("not there");
        (await other.Should().ThrowAsync<MigrationInvalidException>()).Which.Findings.Should().ContainSingle().Which.Message.Should().Contain("neither CSV nor XLSX");
    }

    private async Task<TaskImportResult> ImportAsync(TaskRig rig, string text)
    {
        var path = Path.Combine(folder, "tasks.csv");
        await File.WriteAllTextAsync(path, text, Encoding.UTF8);
        return await new TaskImport(rig.Desk).RunAsync(path, TableForms.Open, "the lead", default);
    }
}
