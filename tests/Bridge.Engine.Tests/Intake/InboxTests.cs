using Bridge.Engine.Intake;
using Bridge.Engine.Questions;
using Bridge.Engine.Tests.Mapping;
using Bridge.Engine.Tests.Questions;
using Bridge.Rails.Abstractions.Intake;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Tests.Intake;

/// <summary>The inbox asks what files leave open, once, and never guesses.</summary>
public sealed class InboxTests : IDisposable
{
    private static readonly TableSchema Sellers = new()
    {
        Name = "Sellers",
        Title = "seller list",
        Setting = "sellerFiles",
        Patterns = ["sellers*.csv"],
        Origin = "Export it.",
        Without = "Nothing moves.",
        Required = true,
        KeyColumn = "Seller ID",
        Columns =
        [
            new("Seller ID", CellKind.Id, true), new("Name", CellKind.Text, true), new("Email", CellKind.Text, false) { Personal = true },
            new("Join Date", CellKind.Date, false), new("Bonus", CellKind.Number, false),
        ],
    };

    private static readonly TableSchema Terms = new()
    {
        Name = "Terms",
        Title = "term sheet",
        Setting = "termFiles",
        Patterns = ["terms*.csv"],
        Origin = "Write it.",
        Without = "It stops.",
        Required = true,
        KeyColumn = "Seller ID",
        Covers = new TableCoverage("Sellers", "They are left out."),
        Questions = [new TableQuestion("tierBasis", "Offer ID", "Offer Name", ["Threshold"], "Basis", "What does '{label}' ({key}) count?")],
        Columns =
        [
            new("Seller ID", CellKind.Id, true), new("Offer ID", CellKind.Id, true), new("Offer Name", CellKind.Text, false),
            new("Threshold", CellKind.Number, false), new("Basis", CellKind.Text, false),
        ],
    };

    private readonly string folder = Directory.CreateTempSubdirectory("bridge-inbox-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_ambiguous_date_order_is_asked_once_and_nothing_is_read_until_it_is_answered()
    {
        Write("x.csv", "Seller ID,Name,Join Date\n1,One,3/4/26\n2,Two,5/6/26\n");

        var open = await LookAsync();
        var answered = await LookAsync(Asked.Row(QuestionKinds.DateOrder, "x.csv", "dmy"));

        open.Open.Should().ContainSingle(question => question.Kind == QuestionKinds.DateOrder).Which.Evidence.Should().Contain("x.csv:2: '3/4/26'");
        open.Items.Single().Should().Match<InboxItem>(item => item.Waits && item.Scan!.Rows == 0);
        answered.Open.Should().BeEmpty();
        answered.Items.Single().Scan!.First[0].Should().Equal("1", "One", "2026-04-03");
        Decisions().Files.Single().Dates.Should().Be(DateOrder.DayFirst);
    }

    [Fact]
    public async Task An_ambiguous_decimal_mark_is_asked_and_its_answer_is_read_by()
    {
        Write("x.csv", "Seller ID;Name;Bonus\n1;One;1.234\n");

        var open = await LookAsync();
        var answered = await LookAsync(Asked.Row(QuestionKinds.DecimalMark, "x.csv", "1.234,56"));

        open.Open.Should().ContainSingle().Which.Kind.Should().Be(QuestionKinds.DecimalMark);
        answered.Items.Single().Scan!.First[0].Should().Equal("1", "One", "1234");
    }

    [Fact]
    public async Task Times_without_zone_are_asked_about_once_for_the_connection_and_midnights_are_not_times()
    {
        Write("a.csv", "Seller ID,Name,Join Date\n1,One,2026-06-30 14:05\n");
        Write("b.csv", "Seller ID,Name,Join Date\n2,Two,2026-06-29 08:00\n");
        Write("c.csv", "Seller ID,Name,Join Date\n3,Three,2026-06-29 00:00\n");

        var open = await LookAsync();
        var answered = await LookAsync(Asked.Row(QuestionKinds.TimeZone, "acme", "Europe/Berlin"));

        var question = open.Open.Should().ContainSingle().Which;
        (question.Kind, question.Subject).Should().Be((QuestionKinds.TimeZone, "acme"));
        question.Evidence.Should().Contain("a.csv, b.csv").And.NotContain("c.csv");
        answered.Open.Should().BeEmpty();
        answered.Items[0].Scan!.First[0][2].Should().Be("2026-06-30 14:05 +02:00");
    }

    [Fact]
    public async Task A_needed_column_that_is_not_sure_is_asked_and_the_answer_reads_it()
    {
        Write("x.csv", "Kenner,Name,Legacy\n1,One,a\n2,Two,b\n");

        var open = await LookAsync(Asked.Row(QuestionKinds.FileKind, "x.csv", "sellers"));
        var answered = await LookAsync(Asked.Row(QuestionKinds.FileKind, "x.csv", "sellers"), Asked.Row(QuestionKinds.FileColumn, "x.csv / Seller ID", "Kenner"));

        open.Open.Should().ContainSingle().Which.Should().Match<Question>(question => question.Subject == "x.csv / Seller ID" && question.Options.Any(option => option.Value == "Kenner"));
        open.Items.Single().Scan.Should().BeNull();
        answered.Open.Should().BeEmpty();
        answered.Items.Single().Scan!.First.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_threshold_that_the_sheet_does_not_explain_is_asked_once_per_offer()
    {
        Write("x.csv", "Seller ID,Offer ID,Offer Name,Threshold,Basis\n1,500,Ladder,0,\n1,500,Ladder,250,\n1,500,Ladder,1000,\n1,600,Clear,250,orderValue\n1,700,Flat,0,\n");

        var report = await LookAsync();

        var question = report.Open.Should().ContainSingle().Which;
        (question.Kind, question.Subject, question.Text).Should().Be((QuestionKinds.TierBasis, "500", "What does 'Ladder' (500) count?"));
        question.Evidence.Should().Contain("250, 1000").And.StartWith("x.csv:3");
    }

    [Fact]
    public async Task Missing_files_block_and_name_who_is_left_and_keys_that_are_not_covered_are_listed()
    {
        Write("x.csv", "Seller ID,Name\n1,One\n2,Two\n3,Three\n");

        var missing = await LookAsync();
        Write("y.csv", "Seller ID,Offer ID\n2,500\n");
        var partly = await LookAsync();

        missing.Gaps.Should().ContainSingle().Which.Should().Match<InboxGap>(gap => gap.Blocks && gap.Message.Contains("It stops.", StringComparison.Ordinal) && gap.Keys.Count == 3);
        missing.Complete.Should().BeFalse();
        partly.Gaps.Should().ContainSingle().Which.Should().Match<InboxGap>(gap => !gap.Blocks && string.Join(',', gap.Keys) == "1,3" && gap.Message.Contains("2 of the seller list", StringComparison.Ordinal));
        partly.Complete.Should().BeTrue("those who are left out are reported, and the others go on");
    }

    [Fact]
    public async Task Personal_cells_are_masked_unless_asked_for()
    {
        Write("x.csv", "Seller ID,Name,Email\n1,One,one@x.example\n");

        var masked = await LookAsync();
        var shown = await new Inbox(Source(), AnswerBook.None).LookAsync(showPersonal: true, null, CancellationToken.None);

        masked.Items.Single().Scan!.First[0].Should().Equal("1", "One", "***");
        shown.Items.Single().Scan!.First[0].Should().Equal("1", "One", "one@x.example");
    }

    [Fact]
    public async Task Copies_are_read_once_and_other_files_are_named()
    {
        Write("a.csv", "Seller ID,Name\n1,One\n");
        Write("a (1).csv", "Seller ID,Name\n1,One\n");
        Write("contract.pdf", "%PDF");
        Write("terms.csv", "Seller ID,Offer ID\nEXAMPLE: 1,500\n");
        Write("broken.xlsx", "no workbook");

        var report = await LookAsync();

        report.Items.Where(item => item.Scan is not null).Select(item => item.Look.Name).Should().Equal("a (1).csv");
        report.Items.Single(item => item.Look.Name == "a.csv").Why.Should().Contain("a (1).csv");
        report.Items.Single(item => item.Look.Name == "contract.pdf").Why.Should().Contain(".pdf");
        report.Items.Single(item => item.Look.Name == "terms.csv").Why.Should().Contain("nobody has filled in");
        report.Items.Single(item => item.Look.Name == "broken.xlsx").Waits.Should().BeTrue();
    }

    [Fact]
    public async Task A_file_that_is_nothing_known_is_a_question_and_ignored_when_a_person_says_so()
    {
        Write("rooms.csv", "Raum,Beamer\nBlau,ja\n");

        var open = await LookAsync();
        var ignored = await LookAsync(Asked.Row(QuestionKinds.FileKind, "rooms.csv", "ignore"));

        open.Open.Should().ContainSingle().Which.Options.Select(option => option.Value).Should().Equal("sellers", "terms", "ignore");
        ignored.Open.Should().BeEmpty();
        Decisions().Files.Single().Holds.Should().BeNull();
    }

    [Fact]
    public async Task The_same_files_and_answers_give_the_same_decisions_byte_for_byte()
    {
        Write("x.csv", "Seller ID,Name\n1,One\n");

        await LookAsync();
        var first = await File.ReadAllBytesAsync(IntakeFile.PathOf(folder, "acme"));
        await LookAsync();

        (await File.ReadAllBytesAsync(IntakeFile.PathOf(folder, "acme"))).Should().Equal(first);
    }

    private Task<InboxReport> LookAsync(params AnswerRow[] answers) =>
        new Inbox(Source(), new AnswerBook(answers)).LookAsync(showPersonal: false, null, CancellationToken.None);

    private InboxSource Source() => new(
        "acme", Given.Source with { Tables = [Sellers, Terms], TableFolder = "exportFolder" }, Path.Combine(folder, "inbox"), folder, TableForms.Open, false, new HashSet<string>());

    private IntakeDecisions Decisions() => IntakeFile.Load(IntakeFile.PathOf(folder, "acme"), [])!;

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(folder, "inbox"));
        File.WriteAllText(Path.Combine(folder, "inbox", name), text);
    }
}
