using System.Text;
using Bridge.Engine.Execution;
using Bridge.Engine.Links;
using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Mapping;
using Bridge.Engine.Tests.Planning;
using Bridge.Model.Conversions;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Money;

namespace Bridge.Engine.Tests.Links;

public sealed class LinkTableTests
{
    private static readonly Currency Usd = Currency.Parse("USD");
    private static readonly Currency Eur = Currency.Parse("EUR");

    private static PlanBench Bench => PlanWorld.Bench with
    {
        Source = PlanWorld.Bench.Source with
        {
            Links =
            [
                .. PlanWorld.Bench.Source.Links,
                PlanWorld.Link("L11c", "11") with { Evidence = LinkEvidence.Computed, Name = "=cmd()", SubIds = [new SubId("u1", "x")] },
                PlanWorld.Link("L11u", "11") with { TrackingUrl = null, Destination = null, Evidence = LinkEvidence.Unknown, Reference = "88", SeenIn = "report.csv:7" },
            ],
            Conversions =
            [
                Order("o1", "11", "L11", 100), Order("o2", "11", "L11", 50), Order("o3", "11", "L11", 7) with { Amount = new Money(7, Eur) },
                Order("o4", "11", "L11", -30) with { Status = ConversionStatus.Correction },
                Order("o5", "11", "L11", 500) with { Status = ConversionStatus.Reversed },
                Order("o6", "11", "88", 20), Order("o7", "12", "L12", 10), Order("o8", "12", "gone", 5), Order("o9", "12", null, 4), Order("p1", null, "L11", 3),
            ],
        },
    };

    [Fact]
    public async Task Before_a_run_every_link_is_planned_or_not_moved_with_its_reason_and_its_orders()
    {
        var table = await TableAsync(Bench);

        var rows = await table.ReadAsync(null, default).ToListAsync();

        rows.Select(row => (row.Old.Id.Value, row.State, row.Reason, row.Orders!.Orders)).Should().Equal(
            ("L11", LinkState.Planned, null, 3),
            ("L11c", LinkState.Planned, null, 0),
            ("L11u", LinkState.NotMoved, "LinkUrlUnknown", 1),
            ("L12", LinkState.Planned, null, 1),
            ("L13", LinkState.NotMoved, "PartnerOutOfScope", 0),
            ("L15", LinkState.Planned, null, 0),
            ("L15x", LinkState.NotMoved, "LinkTargetsPermittedHost", 0),
            ("L16", LinkState.Planned, null, 0));
        rows[0].Should().BeEquivalentTo(new { PartnerName = "Publisher 11", TargetPartner = "T11", Share = 0.375m, HostPermitted = true, NewUrl = (string?)null });
        rows[0].Orders!.Sales.Should().Equal(new Money(7, Eur), new Money(120, Usd));
        rows[1].NewSubIds.Should().Equal(new SubId("subId1", "x"));
        rows[6].HostPermitted.Should().BeFalse();
        rows.Should().OnlyContain(row => row.NewUrlEvidence == NewUrlEvidence.None && row.Verification == LinkVerification.None);
    }

    [Fact]
    public async Task The_sums_balance_and_say_what_no_known_link_covers()
    {
        var table = await TableAsync(Bench);

        await table.ReadAsync(null, default).CountAsync();

        var totals = table.Totals;
        totals.Links.Should().Be(8);
        Enum.GetValues<LinkState>().Sum(totals.In).Should().Be(8);
        totals.Program!.Orders.Should().Be(8, "a correction and a reversed order are none");
        totals.OrdersKnownBy(LinkEvidence.Observed).Orders.Should().Be(4);
        totals.OrdersKnownBy(LinkEvidence.Unknown).Orders.Should().Be(1);
        totals.Uncovered!.Orders.Should().Be(4, "the unknown link, a link that is not there, no link and no partner");
        totals.Uncovered.Sales.Should().Equal(new Money(32, Usd));
        totals.Reasons.Select(pair => (pair.Key, pair.Value)).Should().Equal(("LinkTargetsPermittedHost", 1), ("LinkUrlUnknown", 1), ("PartnerOutOfScope", 1));
    }

    [Fact]
    public async Task After_a_run_each_link_is_as_its_step_ended_and_the_id_map_has_the_last_word()
    {
        var states = new Dictionary<string, StepState>
        {
            ["links/L11/create"] = StepState.Applied,
            ["links/L11c/create"] = StepState.Applied,
            ["links/L12/create"] = StepState.Unknown,
            ["links/L15/create"] = StepState.Failed,
        };
        var table = await TableAsync(Bench, states, [PlanWorld.Row(EntityKind.TrackingLink, "L11", "https://acme.sjv.io/c/1/2/3")]);

        var rows = await table.ReadAsync(null, default).ToDictionaryAsync(row => row.Old.Id.Value);

        rows["L11"].Should().BeEquivalentTo(new { State = LinkState.Made, NewUrl = "https://acme.sjv.io/c/1/2/3", NewUrlEvidence = NewUrlEvidence.Receipt, Verification = LinkVerification.Receipt });
        rows["L11c"].Should().BeEquivalentTo(new { State = LinkState.NotMoved, Reason = "RolledBack", NewUrl = (string?)null });
        rows["L12"].State.Should().Be(LinkState.InDoubt);
        rows["L15"].Should().BeEquivalentTo(new { State = LinkState.NotMoved, Reason = "Failed" });
        rows["L16"].State.Should().Be(LinkState.Planned);
        table.Totals.New(NewUrlEvidence.Receipt).Should().Be(1);
    }

    [Fact]
    public async Task A_computed_link_says_so_and_that_nothing_proves_it()
    {
        var row = PlanWorld.Row(EntityKind.TrackingLink, "L11", "https://acme.sjv.io/c/1/2/3", hash: "computed:00");
        var table = await TableAsync(Bench, new() { ["links/L11/create"] = StepState.Applied }, [row]);

        var rows = await table.ReadAsync("11", default).ToListAsync();

        rows[0].Should().BeEquivalentTo(new { State = LinkState.Made, NewUrlEvidence = NewUrlEvidence.Computed, Verification = LinkVerification.None });
    }

    [Fact]
    public async Task One_partner_is_told_alone_and_without_conversions_nothing_is_said_about_orders()
    {
        var table = await TableAsync(Bench with { Source = Bench.Source with { Conversions = [] } });

        var rows = await table.ReadAsync("11", default).ToListAsync();

        rows.Select(row => row.Old.Id.Value).Should().Equal("L11", "L11c", "L11u");
        rows.Should().OnlyContain(row => row.Orders == null && row.Share == null);
        table.Totals.Program.Should().BeNull();
    }

    [Fact]
    public async Task A_snapshot_with_other_links_than_the_plan_is_refused_by_name()
    {
        var plan = await Bench.StoreAsync();
        var other = await (Bench with { Source = Bench.Source with { Links = [.. Bench.Source.Links.Skip(1)] } }).InputsAsync();
        var table = new LinkTable(Source(plan, other, [], []));

        var read = async () => await table.ReadAsync(null, default).CountAsync();

        (await read.Should().ThrowAsync<ConservationException>()).Which.Message.Should().Contain("'L11'");
    }

    [Fact]
    public async Task The_file_is_safe_in_a_spreadsheet_and_comes_out_the_same()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        using var book = new MemoryStream();
        using var again = new MemoryStream();

        await LinkTableFile.WriteCsvAsync((await TableAsync(Bench)).ReadAsync(null, default), first, default);
        await LinkTableFile.WriteCsvAsync((await TableAsync(Bench)).ReadAsync(null, default), second, default);
        await LinkTableFile.WriteWorkbookAsync(await TableAsync(Bench), "11", book, default);
        await LinkTableFile.WriteWorkbookAsync(await TableAsync(Bench), "11", again, default);

        var lines = Encoding.UTF8.GetString(first.ToArray()).Split("\r\n");
        lines.Should().HaveCount(10);
        lines[1].Should().Be("11,Publisher 11,T11,L11,,https://click.example/L11,observed,,,,3,37.5,7 EUR; 120 USD,https://www.acme.example/shoes,,planned,,,,none,none,https://www.acme.example/shoes,yes,");
        lines[2].Should().Contain(",'=cmd(),");
        second.ToArray().Should().Equal(first.ToArray());
        again.ToArray().Should().Equal(book.ToArray());
        book.Length.Should().BePositive();
    }

    private static Conversion Order(string id, string? partner, string? link, decimal amount) => new()
    {
        Id = new ConversionId(id),
        Partner = partner is null ? null : new PartnerId(partner),
        OrderId = id,
        OccurredAt = DateTimeOffset.UnixEpoch,
        Status = ConversionStatus.Approved,
        Amount = new Money(amount, Usd),
        LinkReference = link,
    };

    private static async Task<LinkTable> TableAsync(PlanBench bench, Dictionary<string, StepState>? states = null, IReadOnlyList<IdMapRow>? links = null) =>
        new(Source(await bench.StoreAsync(), await bench.InputsAsync(), states ?? [], links ?? []));

    private static LinkTableSource Source(IPlanSource plan, PlanInputs inputs, Dictionary<string, StepState> states, IReadOnlyList<IdMapRow> links) => new()
    {
        Plan = plan,
        Snapshot = inputs.Source,
        Target = Given.Program,
        TargetListsLinks = false,
        FindStep = (step, _) => Task.FromResult(states.TryGetValue(step, out var state)
            ? new StepRow { RunId = "r", StepId = step, State = state, Attempt = 1, Since = DateTimeOffset.UnixEpoch }
            : null),
        ReadIdMap = (entity, _) => links.Where(row => row.Entity == entity).ToAsyncEnumerable(),
    };
}
