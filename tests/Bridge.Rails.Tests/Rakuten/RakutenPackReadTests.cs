using Bridge.Model.Contracts;
using Bridge.Model.Conversions;
using Bridge.Model.Findings;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Simulation.Rakuten;

namespace Bridge.Rails.Tests.Rakuten;

public sealed class RakutenPackReadTests
{
    public static TheoryData<int> Seeds => new() { 7, 21, 4711 };

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_entity_has_exactly_the_keys_of_the_truth(int seed)
    {
        var pack = RakutenPack.Create(new RakutenPackOptions { Seed = seed });
        using var folder = new RakutenFolder().Write(pack);
        await using var rail = folder.Open();

        var partners = await Pages.OfAsync(rail.Port<IPartnerReader>());
        var contracts = await Pages.OfAsync(rail.Port<IContractReader>());
        var links = await Pages.OfAsync(rail.Port<ITrackingLinkReader>());
        var codes = await Pages.OfAsync(rail.Port<IPromoCodeReader>());
        var conversions = await Pages.OfAsync(rail.Port<IConversionReader>());

        Keys(partners, partner => partner.Id.Value).Should().Equal(pack.Truth.Keys.Publishers).And.HaveCount(400);
        Keys(contracts, contract => contract.Id.Value).Should().Equal(pack.Truth.Keys.Contracts).And.HaveCount(460);
        Keys(links, link => link.Id.Value).Should().Equal(pack.Truth.Keys.Links).And.HaveCount(1200);
        Keys(codes, code => code.Id.Value.Replace('|', ':')).Should().BeEquivalentTo(pack.Truth.Keys.Codes).And.HaveCount(150);
        Keys(conversions, conversion => conversion.OrderId!).Should().Equal(pack.Truth.Keys.Orders);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_row_of_every_file_is_accounted_for_as_the_truth_counts_it(int seed)
    {
        var pack = RakutenPack.Create(new RakutenPackOptions { Seed = seed });
        using var folder = new RakutenFolder().Write(pack);
        await using var rail = folder.Open();
        var accounts = new List<string>();
        var notes = new List<Finding>();

        Account(accounts, notes, await Pages.OfAsync(rail.Port<IPartnerReader>()));
        Account(accounts, notes, await Pages.OfAsync(rail.Port<IContractReader>()));
        Account(accounts, notes, await Pages.OfAsync(rail.Port<ITrackingLinkReader>()));
        Account(accounts, notes, await Pages.OfAsync(rail.Port<IPromoCodeReader>()));
        Account(accounts, notes, await Pages.OfAsync(rail.Port<IConversionReader>()));

        // Traffic rows stand with the totals: they sum up clicks and no order belongs to them.
        var traffic = pack.ReportRows.Count(row => row.OrderId is null);
        accounts.Order(StringComparer.Ordinal).Should().Equal(pack.Truth.Files
            .Where(file => file.Name is not ("offers.csv" or "publisher-details.csv") && !file.Name.EndsWith(".txt", StringComparison.Ordinal))
            .Select(file => file.Name == "custom-report-activity.csv"
                ? $"{file.Name}: {file.Rows} = 0 + {file.Totals + traffic + file.Duplicates} + 0 + {file.Unreadable}"
                : $"{file.Name}: {file.Rows} = {file.Records} + {file.Totals} + {file.Duplicates} + {file.Unreadable}"));
        foreach (var file in pack.Truth.Files.Where(file => file.Name is "offers.csv" or "publisher-details.csv"))
        {
            var what = file.Name == "offers.csv" ? "rules and tiers" : "contacts";
            notes.Should().ContainSingle(note => note.Code == "BRG-RKT-013" && note.Place == file.Name)
                .Which.Message.Should().Contain($"{file.Rows} rows read = {file.Records} {what} + {file.Totals} totals + {file.Duplicates} duplicates + {file.Unreadable} unreadable");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Each_unreadable_row_has_a_finding_with_its_place(int seed)
    {
        var pack = RakutenPack.Create(new RakutenPackOptions { Seed = seed });
        using var folder = new RakutenFolder().Write(pack);
        await using var rail = folder.Open();

        var pages = await Pages.OfAsync(rail.Port<ITrackingLinkReader>());

        var unreadable = pages.SelectMany(page => page.Findings).Where(finding => finding.Code is "BRG-TAB-020" or "BRG-TAB-021").ToList();
        unreadable.Should().HaveCount(pack.Truth.Files.Where(file => file.Name.StartsWith("links", StringComparison.Ordinal)).Sum(file => file.Unreadable));
        unreadable.Should().OnlyContain(finding => finding.Place!.StartsWith("links-", StringComparison.Ordinal) && finding.Place.Contains(".csv:", StringComparison.Ordinal));
        unreadable.Where(finding => finding.Code == "BRG-TAB-021").Should()
            .NotBeEmpty().And.OnlyContain(finding => finding.Message.Contains("'Site ID'", StringComparison.Ordinal) && finding.Value!.StartsWith("12X45Y", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Partners_hold_what_the_pack_says_of_them(int seed)
    {
        var pack = RakutenPack.Create(new RakutenPackOptions { Seed = seed });
        using var folder = new RakutenFolder().Write(pack);
        await using var rail = folder.Open();

        var partners = await Pages.OfAsync(rail.Port<IPartnerReader>());
        var groups = (await Pages.OfAsync(rail.Port<IPartnerGroupReader>())).SelectMany(page => page.Records).ToDictionary(group => group.Record.Id, group => group.Record.Name);

        var byId = partners.SelectMany(page => page.Records).Select(read => read.Record).ToLookup(partner => partner.Id.Value);
        foreach (var truth in pack.Truth.Publishers)
        {
            foreach (var partner in byId[truth.Sid])
            {
                partner.Name.Should().Be(truth.Name);
                partner.Reference("rakuten.sid").Should().Be(truth.Sid);
                partner.Reference("rakuten.encryptedId").Should().Be(truth.EncryptedIdInPack ? truth.EncryptedId : null);
                partner.WebProperties.Should().ContainSingle().Which.Domain().Should().Be(truth.Domain);
                partner.Groups.Select(group => groups[group]).Should().Equal(truth.Group is null ? [] : [truth.Group]);
                (partner.Contacts.Count > 0 ? partner.Contacts[0].Email : null).Should().Be(
                    truth.Email is null ? null : folder.Personal.Hash(Model.Privacy.PersonalKind.Email, truth.Email));
                (partner.Address is not null && partner.TaxNumber is not null).Should().Be(truth.HasDetails);
            }

            byId[truth.Sid].Select(partner => partner.Status).Should().Contain(truth.State switch
            {
                RakutenPublisherState.Approved => [PartnerStatus.Active],
                RakutenPublisherState.Applied => [PartnerStatus.Pending],
                _ => byId[truth.Sid].Select(partner => partner.Status).Intersect([PartnerStatus.Left, PartnerStatus.Removed, PartnerStatus.RemovedForGood]),
            });
        }

        var contradictory = pack.Truth.Publishers.Where(publisher => publisher.AlsoListedAsRemoved).Select(publisher => publisher.Sid).ToList();
        contradictory.Should().NotBeEmpty();
        partners.SelectMany(page => page.Findings).Where(finding => finding.Code == "BRG-RKT-030").Select(finding => finding.Subject)
            .Distinct().Should().BeEquivalentTo(contradictory);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Contracts_hold_the_terms_and_dates_of_their_offers(int seed)
    {
        var pack = RakutenPack.Create(new RakutenPackOptions { Seed = seed });
        using var folder = new RakutenFolder().Write(pack);
        await using var rail = folder.Open();

        var pages = await Pages.OfAsync(rail.Port<IContractReader>());

        pages.SelectMany(page => page.Findings).Should().NotContain(finding => finding.Severity >= Severity.Excluding, "dirt in the sheet takes nothing away from its offers");
        var contracts = pages.SelectMany(page => page.Records).Select(read => read.Record).DistinctBy(contract => contract.Id).ToList();
        foreach (var contract in contracts)
        {
            var offer = pack.Offers.Single(candidate => contract.TemplateId == $"{candidate.Goid}");
            contract.Name.Should().Be($"{offer.OfferNumber} {offer.Name}");
            contract.Windows!.Click.Should().Be(TimeSpan.FromDays(offer.ReturnDays));
            contract.Locking.Should().Be(new LockingRule { Basis = LockBasis.Tracked, Days = offer.UpdateWindow });
            contract.Terms.Should().HaveCount(offer.Rules.Count);
            contract.Terms.Zip(offer.Rules).Should().OnlyContain(pair => Same(pair.First, pair.Second, pack));
        }

        // The leading offer as a person would find it: in force, highest type.
        string[] precedence = ["private-special", "private", "public-special", "public", "baseline"];
        foreach (var truth in pack.Truth.Publishers)
        {
            var leading = contracts.Where(contract => contract.Partner.Value == truth.Sid && contract.Status == ContractStatus.Active)
                .MinBy(contract => Array.IndexOf(precedence, contract.TemplateKind));
            leading?.TemplateId.Should().Be($"{truth.LeadingGoid}");
            (leading is null).Should().Be(truth.LeadingGoid is null);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Links_lead_where_the_truth_says_and_carry_its_sub_ids(int seed)
    {
        var pack = RakutenPack.Create(new RakutenPackOptions { Seed = seed });
        using var folder = new RakutenFolder().Write(pack);
        await using var rail = folder.Open();

        var links = (await Pages.OfAsync(rail.Port<ITrackingLinkReader>())).SelectMany(page => page.Records).Select(read => read.Record)
            .DistinctBy(link => link.Id).ToDictionary(link => link.Id.Value);

        foreach (var publisher in pack.Truth.Publishers)
        {
            foreach (var truth in publisher.Links)
            {
                var link = links[truth.LinkId];
                link.Partner.Value.Should().Be(publisher.Sid);
                link.Destination.Should().Be(truth.Destination);
                link.SubIds.Should().Equal(truth.U1 is null ? [] : [new SubId("u1", truth.U1)]);
                (link.Status == LinkStatus.Active).Should().Be(truth.Active);
                link.TrackingUrl.Should().Contain($"id={publisher.EncryptedId}&", "the id keeps its letter case and symbols");
                (link.Kind == LinkKind.Deep).Should().Be(truth.Form is RakutenLinkForm.Deep or RakutenLinkForm.DeepRegional or RakutenLinkForm.DeepShortParameter);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Orders_and_corrections_add_up_to_the_net_sums_of_each_publisher(int seed)
    {
        var pack = RakutenPack.Create(new RakutenPackOptions { Seed = seed });
        using var folder = new RakutenFolder().Write(pack);
        await using var rail = folder.Open();

        var conversions = (await Pages.OfAsync(rail.Port<IConversionReader>())).SelectMany(page => page.Records).Select(read => read.Record)
            .DistinctBy(conversion => conversion.Id).ToList();

        var bySid = conversions.ToLookup(conversion => conversion.Partner!.Value.Value);
        foreach (var truth in pack.Truth.Publishers)
        {
            bySid[truth.Sid].Sum(conversion => conversion.Amount!.Value.Amount).Should().Be(truth.NetSales);
            bySid[truth.Sid].Sum(conversion => conversion.Payout!.Value.Amount).Should().Be(truth.NetCommission);
        }

        conversions.Count(conversion => conversion.Status == ConversionStatus.Correction).Should().Be(pack.ReportRows.Count(row => row.Sales < 0)).And.BePositive();
    }

    [Fact]
    public async Task A_tidy_pack_gives_no_finding_but_notes_and_open_thresholds()
    {
        var pack = RakutenPack.Create(new RakutenPackOptions { Dirt = false, Publishers = 60, Contracts = 60, Links = 120, Codes = 20, Orders = 60 });
        using var folder = new RakutenFolder().Write(pack);
        await using var rail = folder.Open();
        var findings = new List<Finding>();

        findings.AddRange((await Pages.OfAsync(rail.Port<IPartnerReader>())).SelectMany(page => page.Findings));
        findings.AddRange((await Pages.OfAsync(rail.Port<IContractReader>())).SelectMany(page => page.Findings));
        findings.AddRange((await Pages.OfAsync(rail.Port<ITrackingLinkReader>())).SelectMany(page => page.Findings));
        findings.AddRange((await Pages.OfAsync(rail.Port<IPromoCodeReader>())).SelectMany(page => page.Findings));
        findings.AddRange((await Pages.OfAsync(rail.Port<IConversionReader>())).SelectMany(page => page.Findings));

        findings.Where(finding => finding.Severity != Severity.Note).Select(finding => finding.Code).Should().Equal("BRG-RKT-043");
    }

    private static List<string> Keys<T>(IReadOnlyList<ReadPage<T>> pages, Func<T, string> key) =>
        [.. pages.SelectMany(page => page.Records).Select(read => key(read.Record)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Counts per file as a sealed snapshot has them: an exact copy of a row becomes a duplicate there.</summary>
    private static void Account<T>(List<string> accounts, List<Finding> notes, IReadOnlyList<ReadPage<T>> pages)
    {
        notes.AddRange(pages.SelectMany(page => page.Findings).Where(finding => finding.Severity == Severity.Note));
        foreach (var file in pages.Where(page => page.Raw is not null).GroupBy(page => page.Raw!.Name.Split('#')[0]))
        {
            var rows = file.Aggregate(default(RowCounts), (sum, page) => sum.Add(page.Rows));
            var distinct = file.SelectMany(page => page.Records).DistinctBy(read => read.RawHash).Count();
            accounts.Add($"{file.Key}: {rows.Rows} = {distinct} + {rows.Totals} + {rows.Records - distinct} + {rows.Unreadable}");
        }
    }

    private static bool Same(CommissionTerm term, RakutenOfferRule rule, RakutenPack pack)
    {
        var scope = rule.Condition is null ? [] : pack.CommissioningLists.Single(list => list.Name == rule.Condition.ListName).Values.Order(StringComparer.Ordinal).ToList();
        term.Scope.Conditions.SelectMany(condition => condition.Values).Should().Equal(scope);
        return term.Match(
            percent => rule.Tiers.Count == 1 && percent.Rate.ToPercent() == rule.Tiers[0].Commission,
            flat => flat.Amount.Amount == rule.Tiers[0].Commission && rule.CommissionType == RakutenCommissionType.Flat,
            tiered => tiered.Tiers.Select(tier => (tier.Amount.Rate!.Value.ToPercent(), tier.From, tier.UpTo)).SequenceEqual(rule.Tiers.Select(tier => (tier.Commission, tier.Threshold, tier.UpperThreshold)))
                && tiered.Basis == Basis(rule.Basis),
            _ => false,
            _ => false,
            _ => false,
            _ => false,
            _ => false);
    }

    private static TierBasis Basis(RakutenThresholdBasis basis) => basis switch
    {
        RakutenThresholdBasis.OrderValue => TierBasis.OrderValue,
        RakutenThresholdBasis.PeriodRevenue => TierBasis.PeriodRevenue,
        RakutenThresholdBasis.PeriodCount => TierBasis.PeriodCount,
        _ => TierBasis.Undeclared,
    };
}
