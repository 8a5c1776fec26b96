using System.Text;
using Bridge.Engine.Migrations;
using Bridge.Engine.Questions;
using Bridge.Model.Findings;
using Bridge.Testing.Time;

namespace Bridge.Engine.Tests.Questions;

public sealed class QuestionDeskTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bridge-questions-").FullName;
    private readonly ManualTimeProvider time = new(Asked.Monday);
    private readonly QuestionDesk desk;

    public QuestionDeskTests() => desk = new QuestionDesk(folder, time);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_question_that_two_sources_raise_is_listed_once_and_answered_once()
    {
        await desk.RaiseAsync("inbox", [Asked.Tier("500001")], CancellationToken.None);
        await desk.RaiseAsync("plan", [Asked.Tier("500001"), Asked.Match("7", "T1")], CancellationToken.None);

        var before = desk.Open();
        await desk.AnswerAsync(new QuestionReply(Asked.Tier("500001").Id(), " ORDERVALUE ", "Maria"), CancellationToken.None);

        before.Select(asked => asked.Question.Subject).Should().Equal("500001", "7");
        desk.Open().Should().ContainSingle().Which.Question.Subject.Should().Be("7");
        desk.Answers().Find(QuestionKinds.TierBasis, "500001").Should().Be("orderValue");
    }

    [Fact]
    public async Task A_source_that_looks_again_replaces_its_questions_and_keeps_the_answered_ones()
    {
        await desk.RaiseAsync("plan", [Asked.Tier("1"), Asked.Tier("2"), Asked.Tier("3")], CancellationToken.None);
        await desk.AnswerAsync(new QuestionReply(Asked.Tier("1").Id(), "orderValue", "Maria"), CancellationToken.None);

        await desk.RaiseAsync("plan", [Asked.Tier("3")], CancellationToken.None);

        desk.All().Select(asked => (asked.Question.Subject, asked.Answer?.Value)).Should().BeEquivalentTo(new[] { ("1", "orderValue"), ("3", (string?)null) });
    }

    [Fact]
    public async Task Every_answer_is_a_new_line_with_who_and_when_and_the_last_one_counts()
    {
        await desk.RaiseAsync("plan", [Asked.Match("7", "T1")], CancellationToken.None);

        await desk.AnswerAsync(new QuestionReply(Asked.Match("7").Id(), "T1", "Maria"), CancellationToken.None);
        time.Advance(TimeSpan.FromHours(1));
        await desk.AnswerAsync(new QuestionReply(Asked.Match("7").Id(), "=T9", "Tom"), CancellationToken.None);
        await desk.AnswerAsync(new QuestionReply(Asked.Match("7").Id(), "=T9", "Tom"), CancellationToken.None);

        File.ReadAllLines(Path.Combine(folder, "answers.csv"), Encoding.UTF8).Should().Equal(
            "question,kind,subject,answer,by,at,owner,due",
            $"{Asked.Match("7").Id()},partnerMatch,7,T1,Maria,2026-06-29T09:00:00.0000000+00:00,,",
            $"{Asked.Match("7").Id()},partnerMatch,7,'=T9,Tom,2026-06-29T10:00:00.0000000+00:00,,");
        desk.Answers().Find(QuestionKinds.PartnerMatch, "7").Should().Be("=T9");
    }

    [Theory]
    [InlineData("sometimes", "must be one of: orderValue, periodRevenue, periodCount")]
    [InlineData("", "must be one of")]
    public async Task Refuses_an_answer_that_is_no_option_and_keeps_the_question_open(string value, string rule)
    {
        await desk.RaiseAsync("plan", [Asked.Tier("1")], CancellationToken.None);

        var problem = await desk.AnswerAsync(new QuestionReply(Asked.Tier("1").Id(), value, "Maria"), CancellationToken.None);

        problem.Should().Contain(rule);
        File.Exists(Path.Combine(folder, "answers.csv")).Should().BeFalse();
    }

    [Theory]
    [InlineData("Europe/Berlin", true)]
    [InlineData("+01:00", true)]
    [InlineData("utc", true)]
    [InlineData("half past", false)]
    public void A_time_zone_is_an_offset_or_a_known_name(string value, bool taken) =>
        (Asked.Zone().Accept(value, out _) is not null).Should().Be(taken);

    [Fact]
    public async Task An_owner_and_a_due_date_stand_beside_an_open_question()
    {
        await desk.RaiseAsync("plan", [Asked.Tier("1")], CancellationToken.None);

        await desk.TakeAsync([new QuestionReply(Asked.Tier("1").Id(), null, "Maria", "the brand", new DateOnly(2026, 7, 3))], CancellationToken.None);

        desk.Open().Should().ContainSingle().Which.Should().Match<AskedQuestion>(asked => asked.Owner == "the brand" && asked.Due == new DateOnly(2026, 7, 3) && asked.Answer == null);
        desk.Answers().PlanHash().Should().BeNull();
    }

    [Fact]
    public void A_damaged_answers_file_is_told_with_every_wrong_line()
    {
        File.WriteAllText(Path.Combine(folder, "answers.csv"), $"question,kind,subject,answer,by,at,owner,due\nq-000000000000,tierBasis,1,orderValue,Maria,2026-06-29T09:00:00Z,,\n{Asked.Tier("1").Id()},tierBasis,1,orderValue,Maria,yesterday,,\n");

        var act = desk.Answers;

        act.Should().Throw<MigrationInvalidException>().Which.Findings.Select(finding => (finding.Code, finding.Place, finding.Severity)).Should().Equal(
            ("BRG-QST-002", "answers.csv:2", Severity.Blocking), ("BRG-QST-002", "answers.csv:3", Severity.Blocking));
    }
}
