using Bridge.Engine.Readiness;
using Bridge.Engine.Reporting.Renderers;
using Bridge.Model.Money;

namespace Bridge.Engine.Tests.Readiness;

public sealed class ReadinessReportTests
{
    private static readonly DateTimeOffset Yesterday = new(2026, 6, 29, 12, 0, 0, TimeSpan.Zero);

    private static readonly ReadinessFacts Facts = new()
    {
        AsOf = new DateOnly(2026, 6, 30),
        RecentDays = 14,
        EventTypes = ["sale"],
        Conversions = [new SeenConversion("Online Sale", "A-1", Yesterday, Euro(49.90m), "NEW")],
        Orders = new Dictionary<string, KnownOrder> { ["A-1"] = new("test order", Euro(49.90m), "new") },
        Hosts = [new HostUse("www.acme.example", 40, Declared: false, Permitted: true)],
        Partners = [new PartnerInPlay("11", "Fjord", 90), new PartnerInPlay("12", "Harbor", 10)],
        Answers = Answers(("exclusivity", "program", "yes"), ("notice", "program", "2026-06-01"), ("partnersTold", "program", "yes"), ("invoices", "program", "yes"), ("tax", "11", "yes"), ("tax", "12", "not needed"), ("payment", "11", "yes"), ("payment", "12", "yes")),
    };

    [Fact]
    public void A_program_with_everything_in_order_is_ready()
    {
        var report = Of(Facts);

        report.State.Should().Be(ReadinessState.Ready);
        report.Items.Select(item => item.Check.Code).Should().Equal(
            "BRG-RDY-001", "BRG-RDY-002", "BRG-RDY-003", "BRG-RDY-004", "BRG-RDY-005", "BRG-RDY-006", "BRG-RDY-011", "BRG-RDY-012", "BRG-RDY-013", "BRG-RDY-014", "BRG-RDY-020", "BRG-RDY-021");
    }

    [Fact]
    public void An_event_type_without_a_recent_conversion_blocks()
    {
        var report = Of(Facts with { EventTypes = ["lead", "sale"] });

        report.State.Should().Be(ReadinessState.Blocked);
        report.Items.Where(item => item.State == ReadinessState.Blocked).Should().ContainSingle().Which.Should().Match<ReadinessItem>(item => item.Subject == "lead" && item.Check == ReadinessChecks.Conversions);
    }

    [Theory]
    [InlineData("49.99", "EUR", "NEW", "BRG-RDY-003", "A-1 is 49.99 on the target and 49.9 by the test order")]
    [InlineData("49.90", "USD", "NEW", "BRG-RDY-004", "A-1 is USD on the target and EUR by the test order")]
    [InlineData("49.90", "EUR", "RETURNING", "BRG-RDY-005", "A-1 is RETURNING on the target and NEW by the test order")]
    [InlineData("49.90", "EUR", null, "BRG-RDY-005", "A-1 is unknown on the target and NEW by the test order")]
    public void What_differs_blocks_and_says_how(string amount, string currency, string? status, string code, string evidence)
    {
        var seen = new SeenConversion(null, "A-1", Yesterday, new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Currency.Parse(currency)), status);

        var blocked = Of(Facts with { Conversions = [seen] }).Items.Where(item => item.State == ReadinessState.Blocked).ToList();

        blocked.Should().ContainSingle().Which.Check.Code.Should().Be(code);
        blocked[0].Evidence.Should().Contain(evidence);
    }

    [Fact]
    public void Order_ids_that_nobody_knows_block()
    {
        var report = Of(Facts with { Orders = new Dictionary<string, KnownOrder>() });

        report.Items.Single(item => item.State == ReadinessState.Blocked).Evidence.Should().Be("No order id of the target is known elsewhere; it has for example A-1.");
    }

    [Fact]
    public void What_cannot_be_compared_is_not_right()
    {
        var report = Of(Facts with { Orders = new Dictionary<string, KnownOrder> { ["A-1"] = new("source", Euro(49.90m), null) } });

        report.Items.Single(item => item.State == ReadinessState.Blocked).Check.Should().Be(ReadinessChecks.Customers);
    }

    [Fact]
    public void A_host_blocks_when_it_is_the_brands_or_nobody_says_whose_it_is()
    {
        ReadinessState State(bool declared, params HostUse[] more) => Of(Facts with { Hosts = [new HostUse("shop.acme.example", 3, declared, Permitted: false), .. more] }).Items.First(item => item.Subject == "shop.acme.example").State;

        State(declared: true).Should().Be(ReadinessState.Blocked);
        State(declared: false).Should().Be(ReadinessState.Blocked);
        State(declared: false, new HostUse("www.acme.example", 1, Declared: true, Permitted: true)).Should().Be(ReadinessState.Noted);
        Of(Facts with { Hosts = [new HostUse("x.example", 3, false, false)], Answers = With(("hosts", "x.example", "leave")) }).Items.First(item => item.Subject == "x.example").State.Should().Be(ReadinessState.Noted);
    }

    [Fact]
    public void Open_lock_windows_are_a_deadline_and_no_obstacle()
    {
        var report = Of(Facts with { LastLock = new DateOnly(2026, 8, 28), OpenOrders = 412 });

        report.State.Should().Be(ReadinessState.Noted);
        report.Items.Single(item => item.Check == ReadinessChecks.Locks).Should().Match<ReadinessItem>(item => item.Due == new DateOnly(2026, 8, 28) && item.Evidence.Contains("412 orders", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("notice", "2026-07-31", ReadinessState.Waits)]
    [InlineData("notice", "2026-06-30", ReadinessState.Ready)]
    [InlineData("notice", "no", ReadinessState.Waits)]
    [InlineData("notice", null, ReadinessState.Waits)]
    [InlineData("exclusivity", "no", ReadinessState.Blocked)]
    [InlineData("exclusivity", "ja", ReadinessState.Ready)]
    public void An_answer_counts_from_its_day_on(string check, string? answer, ReadinessState state)
    {
        Of(Facts with { Answers = With((check, "program", answer)) }).Items.Single(item => item.Check.Name == check).State.Should().Be(state);
    }

    [Fact]
    public void A_day_that_was_missed_blocks()
    {
        var late = new Dictionary<(string, string), ReadinessAnswer>(Facts.Answers) { [("invoices", "program")] = new("invoices", "program", null, "Ben", new DateOnly(2026, 6, 15), null) };

        var item = Of(Facts with { Answers = late }).Items.Single(item => item.Check == ReadinessChecks.Invoices);

        item.State.Should().Be(ReadinessState.Blocked);
        item.Evidence.Should().Be("Nobody has answered yet. It was due on 2026-06-15.");
        item.Owner.Should().Be("Ben");
    }

    [Fact]
    public void Partners_are_summed_up_with_their_share_of_orders()
    {
        var item = Of(Facts with { Answers = With(("tax", "11", "no")) }).Items.Single(item => item.Check == ReadinessChecks.Tax);

        item.State.Should().Be(ReadinessState.Waits);
        item.Evidence.Should().Be("Open for 1 of 2 partners with orders, who bring 90 % of them: Fjord (11).");
    }

    [Fact]
    public void The_document_says_what_is_in_the_way_first()
    {
        var text = TextRenderer.Text(ReadinessDocument.Of(Of(Facts with { EventTypes = ["lead", "sale"], Answers = With(("notice", "program", null)) })), 200);

        text.Should().Contain("Do not cut over");
        text.IndexOf("what blocks", StringComparison.OrdinalIgnoreCase).Should().BePositive().And.BeLessThan(text.IndexOf("what waits for somebody", StringComparison.OrdinalIgnoreCase));
        text.Should().Contain("Place a test order");
    }

    [Theory]
    [InlineData("T-1,49.90,EUR,NEW", true)]
    [InlineData("T-1, 49.90, EUR", true)]
    [InlineData("T-1,49.90", false)]
    [InlineData(",49.90,EUR", false)]
    [InlineData("T-1,forty,EUR", false)]
    [InlineData("T-1,49.90,DOLLAR", false)]
    public void A_test_order_is_id_amount_currency_and_perhaps_a_status(string text, bool readable) => (TestOrder.Parse(text) is not null).Should().Be(readable);

    [Fact]
    public async Task A_sheet_comes_back_as_it_was_filled_in_and_is_refused_as_a_whole()
    {
        var folder = Directory.CreateTempSubdirectory("readiness").FullName;
        var findings = new List<Bridge.Model.Findings.Finding>();
        foreach (var name in new[] { "r.csv", "r.xlsx" })
        {
            var path = Path.Combine(folder, name);
            await ReadinessSheet.WriteAsync(path, Facts with { Answers = With(("tax", "99", "yes")) }, CancellationToken.None);

            var back = await ReadinessSheet.ReadAsync(path, null, findings, CancellationToken.None);

            findings.Should().BeEmpty();
            back.Values.Where(answer => answer.Answer is not null).Should().BeEquivalentTo(With(("tax", "99", "yes")).Values, options => options.Excluding(answer => answer.Owner));
        }

        var bad = Path.Combine(folder, "bad.csv");
        await File.WriteAllTextAsync(bad, "Check,Subject,Answer,Answered By\ntax,11,maybe,Ben\nnotice,program,yes,\ncolour,program,yes,Ben\n");
        await ReadinessSheet.ReadAsync(bad, null, findings, CancellationToken.None);
        findings.Select(finding => (finding.Code, finding.Place)).Should().Equal(("BRG-RDY-043", "bad.csv:2"), ("BRG-RDY-044", "bad.csv:3"), ("BRG-RDY-042", "bad.csv:4"));
        Directory.Delete(folder, recursive: true);
    }

    private static ReadinessReport Of(ReadinessFacts facts) => ReadinessReport.Of("acme/us", facts);

    private static Money Euro(decimal amount) => new(amount, Currency.Parse("EUR"));

    private static Dictionary<(string Check, string Subject), ReadinessAnswer> Answers(params (string Check, string Subject, string? Answer)[] rows) =>
        rows.ToDictionary(row => (row.Check, row.Subject), row => new ReadinessAnswer(row.Check, row.Subject, row.Answer, null, null, row.Answer is null ? null : "Ben"));

    private static Dictionary<(string Check, string Subject), ReadinessAnswer> With(params (string Check, string Subject, string? Answer)[] rows)
    {
        var answers = new Dictionary<(string Check, string Subject), ReadinessAnswer>(Facts.Answers);
        foreach (var (key, answer) in Answers(rows))
        {
            answers[key] = answer;
        }

        return answers;
    }
}
