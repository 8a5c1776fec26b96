using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Conversions;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Money;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Writing;
using Bridge.Rails.Tests.Rakuten;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Rails.Tests.House;

/// <summary>What is written is read back: the same records, or those that the named losses leave.</summary>
public sealed class HouseWriteLawTests
{
    private static readonly Currency Eur = Currency.Parse("EUR");
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(1));

    private static readonly string?[] Words =
        [null, "Fjord", "=1+1", "'=x", "-5", "a;b", " blank ", "line\nend", "quote \"x\", y", "Ünï ☃", "%3B", "a|b", "x=y", "@sum", "#N/A", "", "1.234", "Total"];

    private static Gen<string?> Text => Gen.Elements(Words);

    private static Gen<decimal> Number => Gen.Elements(0m, 7.5m, 1234.567m, 0.125m, 1000m, -3.25m, 12345678.9m, 0.0001m);

    private static Gen<DateTimeOffset?> Time => Gen.Elements<DateTimeOffset?>(null, Noon, Noon.AddDays(-400), Noon.AddMilliseconds(5), Noon.AddDays(400));

    [Fact]
    public void A_link_is_read_back_as_it_was_or_as_its_losses_say() => Check(
        from texts in Text.ArrayOf(6)
        from kind in Gen.Elements(Enum.GetValues<LinkKind>())
        from evidence in Gen.Elements(Enum.GetValues<LinkEvidence>())
        from url in Gen.Elements(null, "https://c.example/1?a=b;c", "https://c.example/ü", "ftp://x", "nonsense")
        from starts in Time
        from seen in Time
        select new TrackingLink
        {
            Id = new TrackingLinkId("L-1"),
            Partner = new PartnerId("P-1"),
            Kind = kind,
            TrackingUrl = url,
            Evidence = evidence,
            Name = texts[0],
            Reference = texts[1],
            Destination = texts[2],
            CreativeId = texts[3],
            SubIds = texts[4] is { } sub ? [new SubId("u1", sub), new SubId("u2", "x")] : [],
            StartsAt = starts,
            SeenAt = seen,
            SeenOn = texts[5],
        },
        rail => rail.Port<ITrackingLinkReader>(),
        link => link with { SeenIn = null });

    [Fact]
    public void A_code_is_read_back_as_it_was_or_as_its_losses_say() => Check(
        from texts in Text.ArrayOf(2)
        from number in Number
        from kind in Gen.Elements(Enum.GetValues<DiscountKind>())
        from status in Gen.Elements(Enum.GetValues<PromoCodeStatus>())
        from ends in Time
        from both in Gen.Elements(true, false)
        select new PromoCode
        {
            Id = new PromoCodeId("c-1"),
            Code = "TOTAL",
            Owner = new PartnerId("77"),
            Status = status,
            Description = texts[0],
            CreditPolicy = texts[1],
            Discount = new Discount { Kind = kind, Rate = both || kind == DiscountKind.Percent ? Rate.FromPercent(number) : null, Amount = both || kind == DiscountKind.Fixed ? new Money(number, Eur) : null },
            Deal = both ? new DealId("d") : null,
            EndsAt = ends,
        },
        rail => rail.Port<IPromoCodeReader>(),
        code => code);

    [Fact]
    public void A_conversion_is_read_back_as_it_was_or_as_its_losses_say() => Check(
        from texts in Text.ArrayOf(5)
        from amounts in Number.ArrayOf(2)
        from status in Gen.Elements(Enum.GetValues<ConversionStatus>())
        from other in Gen.Elements(true, false)
        select new Conversion
        {
            Id = new ConversionId("x-1"),
            Partner = new PartnerId("P-1"),
            OrderId = texts[0],
            OccurredAt = Noon,
            Status = status,
            Amount = new Money(amounts[0], Eur),
            Payout = new Money(amounts[1], other ? Currency.Parse("USD") : Eur),
            CustomerStatus = texts[1],
            LinkReference = texts[2],
            PromoCode = texts[3],
            SubIds = texts[4] is { } sub ? [new SubId("u1", sub)] : [],
            Items = other ? [new ConversionItem { Sku = "s" }] : [],
        },
        rail => rail.Port<IConversionReader>(),
        conversion => conversion);

    [Fact]
    public void A_partner_is_read_back_as_it_was_or_as_its_losses_say()
    {
        using var folder = new HouseFolder();
        PersonalValue? Personal(PersonalKind kind, string? text) => string.IsNullOrWhiteSpace(text) ? null : folder.Personal.Protect("acme-house/P-1", kind, text);
        Check(
            from texts in Text.ArrayOf(8)
            from sites in Gen.Elements("https://a.example/x", "http://b.example", "bare.example", "https://c.example/p;q").ListOf()
            from mails in Gen.Elements("a@x.example", "b@y.example", "no mail").ListOf()
            from status in Gen.Elements(Enum.GetValues<PartnerStatus>())
            from joined in Time
            select new Partner
            {
                Id = new PartnerId("P-1"),
                Name = texts[0] ?? "A",
                Kind = PartnerKind.Coupon,
                Status = status,
                NativeStatus = Word(status),
                AccountType = texts[1],
                Tags = texts.OfType<string>().Distinct().Order(StringComparer.Ordinal).ToValueList(),
                Groups = [new PartnerGroupId("g1"), new PartnerGroupId("g2")],
                PromotionMethods = texts[2] is { } method ? [method] : [],
                WebProperties = sites.Select(site => new WebProperty(site, "website")).ToValueList(),
                Contacts = mails.Select((mail, place) => new Contact { Email = Personal(PersonalKind.Email, mail), FirstName = place == 0 ? Personal(PersonalKind.FirstName, texts[3]) : null, IsPrimary = place == 0 }).ToValueList(),
                Address = new PostalAddress { Line1 = Personal(PersonalKind.AddressLine, texts[4]), City = Personal(PersonalKind.City, texts[5]), Country = "GB" },
                TaxNumber = Personal(PersonalKind.TaxNumber, texts[6]),
                References = [new ExternalReference("crm", texts[7] ?? "7")],
                JoinedAt = joined,
                Currency = Eur,
                InProgram = joined is null,
            },
            rail => rail.Port<IPartnerReader>(),
            partner => partner,
            folder);
    }

    [Fact]
    public void A_contract_is_read_back_as_it_was_or_as_its_losses_say() => Check(
        from terms in Term(inside: false).ListOf()
        from texts in Text.ArrayOf(2)
        from status in Gen.Elements(Enum.GetValues<ContractStatus>())
        from starts in Time
        from ends in Time
        from days in Gen.Choose(0, 90)
        select new Contract
        {
            Id = new ContractId("C-1"),
            Partner = new PartnerId("P-1"),
            Name = texts[0] ?? "C",
            TemplateId = texts[1],
            Status = status,
            NativeStatus = Word(status),
            StartsAt = starts,
            EndsAt = ends,
            Currency = Eur,
            Terms = terms.ToValueList(),
            Windows = new ReferralWindows { Click = TimeSpan.FromDays(days), View = days > 45 ? TimeSpan.FromHours(5) : null },
            Locking = new LockingRule { Basis = LockBasis.MonthEnd, Days = days, Months = days % 2 },
            Payout = new PayoutSchedule { Basis = LockBasis.Locked, Days = days, Every = TermPeriod.Month },
            MinimumPayout = new Money(days, days % 3 == 0 ? Currency.Parse("USD") : Eur),
            AutoRenews = days > 60,
            Attribution = AttributionRule.Linear,
        },
        rail => rail.Port<IContractReader>(),
        contract => contract);

    private static Gen<CommissionTerm> Term(bool inside)
    {
        var amount = from number in Number from rate in Gen.Elements(true, false) select rate ? CommissionAmount.Of(Rate.FromPercent(number)) : CommissionAmount.Of(new Money(number, Eur));
        var scope = from value in Text
                    from field in Gen.Elements(Enum.GetValues<ScopeField>())
                    from rank in Gen.Elements<int?>(null, 1)
                    select value is null
                        ? TermScope.All
                        : new TermScope { Rank = rank, Conditions = [new ScopeCondition { Field = field, NativeField = field == ScopeField.Other ? "LOYALTY" : null, Operator = ScopeOperator.IsNot, Values = [value] }] };
        var plain = Gen.OneOf(
            from number in Number select (CommissionTerm)new PercentOfSale { Rate = Rate.FromPercent(number), Level = PayoutLevel.Item },
            from number in Number from other in Gen.Elements(true, false) select (CommissionTerm)new FlatPerAction { Amount = new Money(number, other ? Currency.Parse("USD") : Eur) },
            from each in amount from last in Gen.Elements<decimal?>(null, 900m) select (CommissionTerm)new Tiered { Basis = TierBasis.PeriodCount, Period = TermPeriod.Month, Mode = TierMode.Marginal, Tiers = [new Tier(0, 10, each), new Tier(10, last, each)] },
            from each in amount select (CommissionTerm)new Recurring { Amount = each, FromPeriod = 2, Periods = 12, Period = TermPeriod.Month },
            from each in amount select (CommissionTerm)new Bonus { Basis = TierBasis.PeriodRevenue, Period = TermPeriod.Quarter, Threshold = 5000, Amount = each, OnEachFollowingAction = true },
            from number in Number select (CommissionTerm)new Cap { Target = CapTarget.ActionsPerCustomer, Actions = (long)Math.Abs(number) },
            from number in Number select (CommissionTerm)new SlottingFee { Trigger = SlottingFeeTrigger.ContractStart, Amount = new Money(number, Eur) });
        var scoped = from term in plain from inScope in scope from type in Gen.Elements(null, "9001", " x") select term with { Scope = inScope, EventType = type, Action = ActionKind.Lead };
        return inside ? scoped : Gen.OneOf(scoped, scoped, from terms in Term(inside: true).ListOf() from name in Text select (CommissionTerm)new TimeBoxed { From = Noon, Until = Noon.AddDays(30), Name = name, Terms = terms.ToValueList() });
    }

    private static void Check<T>(Gen<T> records, Func<Bridge.Rails.Abstractions.IRail, IEntityReader<T>?> port, Func<T, T> compared, HouseFolder? given = null)
        where T : class =>
        Prop.ForAll(
            records.ToArbitrary(),
            record =>
            {
                using var folder = given is null ? new HouseFolder() : null;
                var home = given ?? folder!;
                var context = new RecordTableContext(home.Personal, Eur, new DateOnly(2026, 6, 30));
                var (rows, held) = HouseTables.Write(record, context);

                var back = Read(home, rows, port, (T)held);

                compared(back).Should().Be(compared((T)held));
                if (rows.Losses.Count == 0)
                {
                    compared(WithoutNative((T)held, record)).Should().Be(compared(record), "what differs is named");
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(42, 43));

    private static string Word<TWord>(TWord word)
        where TWord : struct, Enum => char.ToLowerInvariant(word.ToString()[0]) + word.ToString()[1..];

    /// <summary>A reference to the house's own id is what every reader adds.</summary>
    private static T WithoutNative<T>(T held, T record) => held is Partner partner && record is Partner before
        ? (T)(object)(partner with { References = before.References })
        : held;

    private static T Read<T>(HouseFolder folder, RowWriter rows, Func<Bridge.Rails.Abstractions.IRail, IEntityReader<T>?> port, T held)
    {
        var schema = HouseTables.TableOf(held switch
        {
            Partner => EntityKind.Partner,
            Contract => EntityKind.Contract,
            TrackingLink => EntityKind.TrackingLink,
            PromoCode => EntityKind.PromoCode,
            _ => EntityKind.Conversion,
        })!;
        var name = schema.Patterns[0].Replace("*", "", StringComparison.Ordinal);
        folder.Write(name, string.Concat(new[] { CsvText.Line(schema.Columns.Select(column => SpreadsheetCell.Of(column.Name))) }.Concat(rows.Rows.Select(CsvText.Line)).Select(line => line + "\r\n")));
        var pages = Pages.OfAsync(port(folder.Open(("exportDate", "2026-06-30")))).GetAwaiter().GetResult();
        return pages.SelectMany(page => page.Records).Should().ContainSingle(string.Join("; ", pages.SelectMany(page => page.Findings).Select(finding => finding.Message))).Which.Record;
    }
}
