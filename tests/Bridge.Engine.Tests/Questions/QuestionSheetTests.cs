using System.Text;
using Bridge.Engine.Questions;
using Bridge.Model.Findings;
using Bridge.Testing.Time;

namespace Bridge.Engine.Tests.Questions;

public sealed class QuestionSheetTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bridge-sheet-").FullName;
    private readonly QuestionDesk desk;
    private readonly List<Finding> findings = [];

    public QuestionSheetTests() => desk = new QuestionDesk(folder, new ManualTimeProvider(Asked.Monday));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("questions.csv")]
    [InlineData("questions.xlsx")]
    public async Task Questions_go_out_and_come_back_with_their_answers(string name)
    {
        await desk.RaiseAsync("plan", [Asked.Tier("500001"), Asked.Match("=7", "T1"), Asked.Zone()], CancellationToken.None);
        await desk.TakeAsync(
            [
                new QuestionReply(Asked.Tier("500001").Id(), "periodCount", "Tom"),
                new QuestionReply(Asked.Match("=7").Id(), "=T9", "Tom", "the partner desk", new DateOnly(2026, 7, 3)),
                new QuestionReply(Asked.Zone().Id(), "+01:00", "Tom"),
            ],
            CancellationToken.None);
        var path = Path.Combine(folder, name);

        await QuestionSheet.WriteAsync(path, desk.All(), CancellationToken.None);
        var replies = await QuestionSheet.ReadAsync(path, desk.All(), null, findings, CancellationToken.None);

        findings.Should().BeEmpty();
        replies.Should().BeEquivalentTo(
        [
            new QuestionReply(Asked.Tier("500001").Id(), "periodCount", "Tom"),
            new QuestionReply(Asked.Match("=7").Id(), "=T9", "Tom", "the partner desk", new DateOnly(2026, 7, 3)),
            new QuestionReply(Asked.Zone().Id(), "+01:00", "Tom"),
        ]);
        (await desk.TakeAsync(replies, CancellationToken.None)).Should().Be(0, "a sheet that says nothing new changes nothing");
    }

    [Fact]
    public async Task A_sheet_may_come_back_with_semicolons_other_columns_in_another_order_and_blank_rows()
    {
        await desk.RaiseAsync("plan", [Asked.Tier("1"), Asked.Tier("2")], CancellationToken.None);
        var path = Write($"remark;ANTWORT;id;fällig\nfine;ordervalue;{Asked.Tier("1").Id()};24.12.2026\n;;{Asked.Tier("2").Id()};\n;;;\n");

        var replies = await QuestionSheet.ReadAsync(path, desk.All(), "Maria", findings, CancellationToken.None);

        findings.Should().BeEmpty();
        replies.Should().Equal(new QuestionReply(Asked.Tier("1").Id(), "orderValue", "Maria", null, new DateOnly(2026, 12, 24)));
    }

    [Fact]
    public async Task Every_problem_of_a_sheet_is_told_at_once_with_line_value_rule_and_remedy()
    {
        await desk.RaiseAsync("plan", [Asked.Tier("1"), Asked.Tier("2")], CancellationToken.None);
        var path = Write($"ID,Answer,Answered By\nq-nobody,orderValue,Maria\n{Asked.Tier("1").Id()},never,Maria\n{Asked.Tier("2").Id()},orderValue,\n{Asked.Tier("2").Id()},periodCount,Tom\n,orderValue,Tom\n");

        await QuestionSheet.ReadAsync(path, desk.All(), null, findings, CancellationToken.None);

        findings.Select(finding => (finding.Code, finding.Place, finding.Value)).Should().Equal(
            ("BRG-QST-003", "back.csv:2", "q-nobody"),
            ("BRG-QST-004", "back.csv:3", "never"),
            ("BRG-QST-005", "back.csv:4", "orderValue"),
            ("BRG-QST-006", "back.csv:5", "periodCount"),
            ("BRG-QST-003", "back.csv:6", null));
        findings.Should().OnlyContain(finding => finding.Remedy.Length > 0 && finding.Severity == Severity.Blocking);
        findings[1].Message.Should().Contain("must be one of: orderValue");
    }

    [Fact]
    public async Task A_sheet_without_its_columns_says_which_are_missing()
    {
        var path = Write("question,reply\n1,2\n");

        await QuestionSheet.ReadAsync(path, [], "Maria", findings, CancellationToken.None);

        findings.Should().ContainSingle().Which.Value.Should().Contain("ID");
    }

    private string Write(string text)
    {
        var path = Path.Combine(folder, "back.csv");
        File.WriteAllText(path, text, Encoding.UTF8);
        return path;
    }
}
