using Bridge.Engine.Approval;
using Bridge.Engine.Planning;
using Bridge.Engine.Privacy;
using Bridge.Engine.Tests.Mapping;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Tests.Planning;

/// <summary>Who wants no mail gets none, and who may not be given an account by API goes another way.</summary>
public sealed class UnsubscribedTests
{
    private static readonly PlanBench New = new() { Source = new PlanRecords { Partners = [PlanWorld.SourcePartner("11"), PlanWorld.SourcePartner("12")], Contracts = [PlanWorld.Offer("11", "500"), PlanWorld.Offer("12", "500")] } };

    private static readonly PlanBench Silent = New with { Source = New.Source with { Partners = [Unsubscribed("11"), PlanWorld.SourcePartner("12")] } };

    [Fact]
    public async Task Who_unsubscribed_in_the_source_is_never_put_into_a_step_that_mails()
    {
        var lines = await Silent.LinesAsync();

        lines.OfType<OutcomeLine>().Should().Contain(line => line.Entity == EntityKind.Partner && line.Source == "11" && line.Outcome == Outcome.Manual && line.Reason == "ContactUnsubscribed" && line.Message!.Contains("bridge authority record mail-unsubscribed --partner 11"));
        lines.OfType<OutcomeLine>().Should().Contain(line => line.Entity == EntityKind.Contract && line.Source == "11:500" && line.Outcome == Outcome.Manual);
        lines.OfType<StepLine>().Where(line => line.Step.Mail is PartnerMail.Yes or PartnerMail.Possible).Should().NotBeEmpty().And.OnlyContain(line => line.Step.Source != "11");
    }

    [Fact]
    public async Task A_list_names_them_by_id_or_by_address()
    {
        var mail = PlanWorld.SourcePartner("12").Contacts[0].Email!.Value;
        var findings = new List<Finding>();
        var list = OptOutFile.Parse("who;note\n11;by phone\nx@y.example;by mail\n", "optout.csv", _ => mail, findings);

        var lines = await (New with { OptOut = list }).LinesAsync();

        findings.Should().BeEmpty();
        lines.OfType<OutcomeLine>().Where(line => line.Entity == EntityKind.Partner && line.Reason == "ContactUnsubscribed").Select(line => line.Source).Should().Equal("11", "12");
    }

    [Theory]
    [InlineData("11", "11")]
    [InlineData(null, "11")]
    [InlineData("12", null)]
    public async Task A_recorded_word_lifts_it_for_one_or_for_all(string? partner, string? created)
    {
        var word = new RecordedAuthority { Id = "a", Subject = AuthoritySubjects.MailUnsubscribed, Partner = partner, GivenBy = "P", Document = "D", RecordedBy = "M", RecordedAt = default };

        var lines = await (Silent with { Authorities = new AuthoritySet([word]) }).LinesAsync();
        var withdrawn = await (Silent with { Authorities = new AuthoritySet([word with { WithdrawnAt = default(DateTimeOffset) }]) }).LinesAsync();

        lines.OfType<StepLine>().Select(line => line.Step).OfType<CreatePartner>().Select(step => step.Source).Where(source => source == "11").Should().Equal(created is null ? [] : [created]);
        withdrawn.OfType<StepLine>().Select(line => line.Step).OfType<CreatePartner>().Should().OnlyContain(step => step.Source == "12");
    }

    [Fact]
    public async Task A_partner_who_is_there_is_taken_over_but_a_change_that_mails_it_waits_for_a_person()
    {
        var there = Silent with
        {
            Target = new PlanRecords
            {
                Partners = [PlanWorld.TargetPartner("T11", "11"), PlanWorld.TargetPartner("T12", "12")],
                Contracts = [PlanWorld.TargetContract("K11", "T11") with { Terms = [Given.Percent(4)] }, PlanWorld.TargetContract("K12", "T12") with { Terms = [Given.Percent(4)] }],
            },
        };

        var lines = await there.LinesAsync();

        lines.OfType<OutcomeLine>().Where(line => line.Reason == "ContactUnsubscribed").Select(line => (line.Entity, line.Source)).Should().Equal((EntityKind.Contract, "11:500"));
        lines.OfType<StepLine>().Select(line => line.Step).OfType<EstablishContract>().Select(step => step.Source).Should().Equal("12:500");
        lines.OfType<StepLine>().Select(line => line.Step).OfType<AdoptObject>().Where(step => step.Entity == EntityKind.Partner).Select(step => step.Source).Should().Equal("11", "12");
    }

    [Fact]
    public async Task Without_an_authority_no_account_is_created_by_API()
    {
        var allowed = await New.LinesAsync();
        var withheld = await (New with { Withheld = new HashSet<PartnerEntry> { PartnerEntry.CreateDirectly } }).LinesAsync();

        allowed.OfType<StepLine>().Select(line => line.Step).OfType<CreatePartner>().Should().HaveCount(2);
        withheld.OfType<StepLine>().Select(line => line.Step).OfType<CreatePartner>().Should().HaveCount(2).And.OnlyContain(step => step.Entry != PartnerEntry.CreateDirectly && step.Channel != StepChannel.Api);
    }

    [Fact]
    public void A_list_that_cannot_be_read_is_told_with_its_lines_and_no_address()
    {
        var findings = new List<Finding>();

        OptOutFile.Parse("mail\nada@quill.example\n", "optout.csv", _ => default, findings).Count.Should().Be(0);
        OptOutFile.Parse("who\n,ada@quill.example\n", "optout.csv", _ => default, findings);

        findings.Should().HaveCount(2).And.OnlyContain(finding => finding.Code == "BRG-MAIL-001" && finding.Severity == Severity.Blocking);
        findings.Select(finding => finding.Place).Should().Equal("optout.csv:1", "optout.csv:2");
        string.Join('\n', findings).Should().NotContain("ada@");
    }

    [Fact]
    public void The_hash_of_a_list_shows_neither_order_nor_notes()
    {
        OptOutFile Of(string text) => OptOutFile.Parse(text, "o.csv", mail => new PersonalValue(PersonalKind.Email, mail), []);

        Of("who,note\n11,a\n12,b\n").Hash.Should().Be(Of("who\n12\n11\n").Hash).And.NotBe(Of("who\n11\n").Hash);
        OptOutFile.None.Hash.Should().BeNull();
    }

    private static Partner Unsubscribed(string id)
    {
        var partner = PlanWorld.SourcePartner(id);
        return partner with { Contacts = partner.Contacts.Select(contact => contact with { Unsubscribed = true }).ToValueList() };
    }
}
