using Bridge.Engine.Matching;
using Bridge.Engine.Questions;
using Bridge.Engine.Tests.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;

namespace Bridge.Engine.Tests.Questions;

public sealed class AnswerBookTests
{
    [Fact]
    public void The_same_answers_have_the_same_hash_whoever_gave_them_in_whatever_order()
    {
        var one = new AnswerBook([Asked.Row("tierBasis", "1", "orderValue"), Asked.Row("partnerMatch", "7", "T1")]);
        var other = new AnswerBook([Asked.Row("partnerMatch", "7", "T1", "Tom", 9), Asked.Row("tierBasis", "1", "periodCount"), Asked.Row("tierBasis", "1", "orderValue", "Tom", 10)]);

        one.PlanHash().Should().HaveLength(64).And.Be(other.PlanHash());
    }

    [Fact]
    public void Another_answer_has_another_hash_and_is_named_as_what_changed()
    {
        var planned = new AnswerBook([Asked.Row("tierBasis", "1", "orderValue")]).PlanHash();

        var now = new AnswerBook([Asked.Row("tierBasis", "1", "orderValue"), Asked.Row("loss", "X (3)", "accept"), Asked.Row("tierBasis", "1", "periodCount", "Tom")]);

        now.PlanHash().Should().NotBe(planned);
        now.ChangedSince(planned).Should().ContainSingle().Which.Should().Match<AnswerRow>(row => row.Subject == "1" && row.Value == "periodCount" && row.By == "Tom");
        now.ChangedSince(null).Select(row => row.Value).Should().Equal("orderValue", "periodCount");
        now.ChangedSince("0000").Should().BeEmpty();
    }

    [Fact]
    public void An_accepted_loss_is_no_input_of_a_plan_and_counts_for_this_number_alone()
    {
        var answers = new AnswerBook([Asked.Row("loss", PlanQuestions.SubjectOf(new("Capped", 3)), "accept")]);

        answers.PlanHash().Should().BeNull();
        answers.Find(QuestionKinds.Loss, PlanQuestions.SubjectOf(new("Capped", 3))).Should().Be("accept");
        answers.Find(QuestionKinds.Loss, PlanQuestions.SubjectOf(new("Capped", 3000))).Should().BeNull();
    }

    [Fact]
    public void Answers_about_tiers_have_the_effect_of_the_profile()
    {
        var answers = new AnswerBook([Asked.Row("tierBasis", "500123", "periodCount"), Asked.Row("tierPeriod", "500123", "quarter")]);

        var mapped = Given.Mapping(Given.Profile().With(TierAnswers.Of(answers))).MapContract(Given.Contract(Given.Tiers(TierBasis.Undeclared)));

        mapped.Value!.Terms.Terms.Should().Equal(Given.Tiers(TierBasis.PeriodCount, TermPeriod.Quarter, TierMode.Marginal));
    }

    [Fact]
    public void What_the_profile_says_about_a_template_comes_before_an_answer()
    {
        var answers = new AnswerBook([Asked.Row("tierBasis", "500123", "periodRevenue")]);
        var profile = Given.Profile(("templates: {}", "templates: {\"500123\": {tierBasis: periodCount, tierPeriod: quarter}}"));

        var mapped = Given.Mapping(profile.With(TierAnswers.Of(answers))).MapContract(Given.Contract(Given.Tiers(TierBasis.Undeclared)));

        mapped.Value!.Terms.Terms.Should().Equal(Given.Tiers(TierBasis.PeriodCount, TermPeriod.Quarter, TierMode.Marginal));
    }

    [Fact]
    public void Answers_join_the_overrides_file_and_contradictions_are_findings()
    {
        var findings = new List<Finding>();
        var file = OverridesFile.Parse("source,target\n1,T1\n2,skip\n", "overrides.csv", findings);

        var merged = file.With([Answer("2", "skip"), Answer("3", "new"), Answer("1", "T9"), Answer("4", "T1")], findings);

        merged.Find("3")!.Kind.Should().Be(OverrideKind.New);
        merged.Find("1")!.Target.Should().Be("T1");
        merged.Hash.Should().Be(file.Hash);
        findings.Select(finding => (finding.Code, finding.Place)).Should().Equal(
            ("BRG-QST-009", "overrides.csv:2"), ("BRG-MATCH-004", "answers.csv, question q-4"));
    }

    private static PartnerOverride Answer(string source, string value) => PartnerOverride.Of(source, value, 1) with { Question = "q-" + source };
}
