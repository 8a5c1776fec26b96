using Bridge.Model.Contracts;
using Bridge.Model.Conversions;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Tests.Impact;

/// <summary>Values as impact.com really sends them (sheet, sections 4 and 5).</summary>
public sealed class ImpactReadingTests : IDisposable
{
    private const string Prefix = ScriptedImpact.Prefix;
    private readonly ScriptedImpact network = new() { Settings = { ["pageSize"] = "100" } };

    public void Dispose() => network.Dispose();

    [Fact]
    public void Reads_a_partner_with_everything_it_has()
    {
        network.On(Prefix + "/Campaigns/1000/MediaPartnerGroups", """
            {"Groups":[{"Id":"9","Name":"Content","MediaPartners":{"PartnerId":2552842,"PartnerName":"Fjord"}},{"Id":"10","Name":"Top","MediaPartners":[{"PartnerId":"2552842"},{"PartnerId":"1"}]}]}
            """);
        var partner = Partner("""
            {"Id":2552842,"Name":" Fjord Reviews ","Website":"www.fjord.example","State":"ACTIVE","PartnerType":"MARKETPLACE","Currency":"EUR",
             "Address":{"Country":"GERMANY","Address1":"Hafenweg 1","Address2":"","City":"Berlin","State":"","PostalCode":"01067"},
             "Phone":{"Country":"DE","Number":"0301234567"},"IndirectTax":{"Country":"DE","Number":"DE123456789"},
             "PromotionalMethods":[{"Type":"EMAIL","IsPrimary":"false"},{"Type":"COUPON","IsPrimary":"true"}],
             "Properties":{"Id":"1","Type":"WEBSITE","Url":"https://blog.fjord.example","Doe":"2020"},
             "Programs":[{"Id":"999","JoinDate":"2020-01-01T00:00:00Z"},{"Id":1000,"ContractId":"S-1","JoinDate":"2021-01-20T00:00:00-08:00"}],
             "Contacts":[{"FirstName":"Ola","LastName":"","Email":"ola@fjord.example","IsPrimary":"false"},{"FirstName":"Ingrid","LastName":"Dahl","Email":"ingrid@fjord.example","IsPrimary":true}],
             "PartnerValues":{"Value1":"4711","Value2":"aB*3","Value3":""},"FutureField":{"x":1}}
            """, groupsScripted: true);

        partner.Losses.Select(loss => loss.Code).Should().Equal("UrlWithoutScheme");
        partner.Record.Should().Be(new Partner
        {
            Id = new("2552842"),
            Name = "Fjord Reviews",
            Kind = PartnerKind.Coupon,
            Status = PartnerStatus.Active,
            NativeStatus = "ACTIVE",
            AccountType = "MARKETPLACE",
            Contacts =
            [
                new Contact { FirstName = Hash(PersonalKind.FirstName, "Ingrid"), LastName = Hash(PersonalKind.LastName, "Dahl"), Email = Hash(PersonalKind.Email, "ingrid@fjord.example"), Phone = Hash(PersonalKind.Phone, "0301234567"), PhoneCountry = "DE", IsPrimary = true },
                new Contact { FirstName = Hash(PersonalKind.FirstName, "Ola"), Email = Hash(PersonalKind.Email, "ola@fjord.example") },
            ],
            WebProperties = [new("https://www.fjord.example", "website"), new("https://blog.fjord.example", "website")],
            Address = new PostalAddress { Line1 = Hash(PersonalKind.AddressLine, "Hafenweg 1"), City = Hash(PersonalKind.City, "Berlin"), PostalCode = Hash(PersonalKind.PostalCode, "01067"), Country = "DE" },
            TaxNumber = Hash(PersonalKind.TaxNumber, "DE123456789"),
            PromotionMethods = ["COUPON", "EMAIL"],
            Groups = [new("10"), new("9")],
            JoinedAt = new DateTimeOffset(2021, 1, 20, 0, 0, 0, TimeSpan.FromHours(-8)),
            Currency = Model.Money.Currency.Parse("EUR"),
            References = [new("impact.value1", "4711"), new("impact.value2", "aB*3")],
        });
        network.Vault.Reveal(partner.Record.Contacts[0].Email!.Value).Should().Be("ingrid@fjord.example");
    }

    [Fact]
    public void A_partner_without_this_program_is_read_and_takes_no_part()
    {
        var partner = Partner("""{"Id":"1","Name":"Far","State":"ACTIVE","Programs":[{"Id":"999"}]}""");

        partner.Record.InProgram.Should().BeFalse();
        partner.Record.JoinedAt.Should().BeNull();
    }

    [Fact]
    public void A_masked_address_is_no_address()
    {
        var partner = Partner("""{"Id":"1","Name":"Far","State":"ACTIVE","Contacts":[{"FirstName":"Ola","Email":"o*****@*****"}]}""");

        partner.Record.Contacts.Single().Email.Should().BeNull();
        partner.Losses.Single().Code.Should().Be("EmailMasked");
    }

    [Fact]
    public void An_unknown_state_is_unknown_and_said()
    {
        var partner = Partner("""{"Id":"1","Name":"Far","State":"HIBERNATING"}""");

        partner.Record.Status.Should().Be(PartnerStatus.Unknown);
        partner.Record.NativeStatus.Should().Be("HIBERNATING");
        partner.Losses.Single().Code.Should().Be("PartnerStateUnknown");
    }

    [Fact]
    public void Empty_texts_stand_for_missing_objects_and_lists()
    {
        var partner = Partner("""{"Id":"1","Name":"Far","State":"ACTIVE","Address":"","Phone":null,"IndirectTax":"","PartnerValues":"","Contacts":"","Properties":null,"Programs":""}""");

        partner.Record.Should().Be(new Partner { Id = new("1"), Name = "Far", Status = PartnerStatus.Active, NativeStatus = "ACTIVE", InProgram = false });
    }

    [Fact]
    public void The_flat_shape_of_an_old_version_is_unreadable_with_a_hint()
    {
        network.On(Prefix + "/Campaigns/1000/MediaPartnerGroups", "{}")
            .On(Prefix + "/MediaPartners", """{"MediaPartners":[{"id":"1","name":"Far","mp_value1":"4711"},{"Id":"2","Name":"Near","State":"ACTIVE"}]}""");

        var page = Pages(rail => rail.Port<IPartnerReader>()!).Single();

        page.Rows.Should().Be(new RowCounts(2, 1, 0, 0, 1));
        page.Findings.Single().Message.Should().Contain("'Id' is missing").And.Contain("old version");
        page.Findings.Single().Place.Should().Be("MediaPartners?Page=1#1");
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_named_without_its_values()
    {
        network.On(Prefix + "/PromoCodes", """{"PromoCodes":[{"Id":"7","Code":"A","DiscountAmount":"five of ingrid@fjord.example"},{"Id":"8","Code":"B","State":"ACTIVE"}]}""");

        var page = Pages(rail => rail.Port<IPromoCodeReader>()!).Single();

        page.Rows.Should().Be(new RowCounts(2, 1, 0, 0, 1));
        page.Findings.Single().Subject.Should().Be("7");
        page.Findings.Single().ToString().Should().Contain("$.DiscountAmount").And.NotContain("ingrid");
    }

    [Fact]
    public void A_code_of_another_program_is_named()
    {
        network.On(Prefix + "/PromoCodes", """{"PromoCodes":[{"Id":"7","Code":"A","CampaignId":"2000"}]}""");

        Pages(rail => rail.Port<IPromoCodeReader>()!).Single().Findings.Single().Message.Should().Contain("belongs to program 2000");
    }

    [Fact]
    public void Reads_a_code_with_its_deal()
    {
        network.On(Prefix + "/PromoCodes", """
            {"PromoCodes":{"Id":"7","Code":" Save5 ","Type":"LI","CreditPolicy":"INVOLVED","CampaignId":"1000","AssignedPartnerId":2552842,"StartDate":"2026-06-01T00:00:00","EndDate":"",
             "State":"INACTIVE","DealId":"0003","DealName":"Summer","DealType":"GENERAL_SALE","DiscountType":"FIXED","DiscountAmount":"5.00","DiscountCurrency":"USD"}}
            """);

        var read = Pages(rail => rail.Port<IPromoCodeReader>()!).Single().Records.Single();

        read.Record.Should().Be(new PromoCode
        {
            Id = new("7"),
            Code = " Save5 ",
            Owner = new("2552842"),
            Status = PromoCodeStatus.Expired,
            Description = "Summer",
            Discount = new Discount { Kind = DiscountKind.Fixed, Amount = new(5m, Model.Money.Currency.Parse("USD")) },
            Deal = new("0003"),
            CreditPolicy = "INVOLVED",
            StartsAt = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero),
        });
        read.Losses.Single().Code.Should().Be("TimeWithoutOffset");
    }

    [Fact]
    public void Contracts_are_read_in_five_passes_since_only_active_ones_come_without_a_status()
    {
        network.On(Prefix + "/Campaigns/1000/Contracts", """{"Contracts":[]}""")
            .On(Prefix + "/Campaigns/1000/Contracts?Status=PENDING", """{"Contracts":[{"Id":"P-1","PartnerId":"5","Status":"","TemplateTerms":{"TemplateId":"099","Name":"Public"}}]}""");

        var contracts = Pages(rail => rail.Port<IContractReader>()!).SelectMany(page => page.Records).Select(read => read.Record).ToList();

        network.Requests.Select(request => request.Target.Split("Status=")[1].Split('&')[0]).Should().Equal("ACTIVE", "PENDING", "UPCOMING", "EXPIRED", "DECLINED");
        contracts.Single().Status.Should().Be(ContractStatus.Pending);
        contracts.Single().TemplateId.Should().Be("099");
    }

    [Fact]
    public void A_contract_under_another_status_than_its_own_keeps_its_own_and_is_noted()
    {
        network.On(Prefix + "/Campaigns/1000/Contracts", """{"Contracts":[]}""")
            .On(Prefix + "/Campaigns/1000/Contracts?Status=UPCOMING", """{"Contracts":[{"Id":"S-1","PartnerId":"5","Status":"ACTIVE"}]}""");

        var page = Pages(rail => rail.Port<IContractReader>()!).Single(page => page.Records.Count > 0);

        page.Records.Single().Record.NativeStatus.Should().Be("ACTIVE");
        page.Findings.Single().Code.Should().Be("BRG-IMP-103");
    }

    [Fact]
    public void Campaign_terms_are_fetched_where_the_list_only_says_that_they_exist()
    {
        network.On(Prefix + "/Campaigns/1000/Contracts", """{"Contracts":[]}""")
            .On(Prefix + "/Campaigns/1000/Contracts?Status=ACTIVE", """{"Contracts":[{"Id":"S-1","PartnerId":"5","Status":"ACTIVE","HasCampaignTerms":"true"}]}""")
            .On(Prefix + "/Campaigns/1000/Contracts/S-1", """
                {"Id":"S-1","PartnerId":"5","Status":"ACTIVE","HasCampaignTerms":true,"TemplateTerms":{"Name":"Public","Currency":"USD"},
                 "CampaignTerms":{"Id":"1","Name":"Boost","StartDate":"2026-03-28T00:00:00-07:00","EndDate":"2026-03-28T23:59:59-07:00","EventPayouts":{"EventTypeId":"18500","EventCategory":"SALE","PayoutLevel":"ITEM","DefaultPayoutRate":"12.50"}}}
                """);

        var contract = Pages(rail => rail.Port<IContractReader>()!).SelectMany(page => page.Records).Single().Record;

        contract.Terms.Should().Equal(new TimeBoxed
        {
            Name = "Boost",
            From = new DateTimeOffset(2026, 3, 28, 0, 0, 0, TimeSpan.FromHours(-7)),
            Until = new DateTimeOffset(2026, 3, 29, 0, 0, 0, TimeSpan.FromHours(-7)),
            Terms = [new PercentOfSale { Rate = new(0.125m), EventType = "18500", Level = PayoutLevel.Item }],
        });
    }

    [Fact]
    public void Actions_are_read_in_windows_with_both_ends_and_their_own_page_size()
    {
        network.On(Prefix + "/Actions", """{"Actions":[]}""").On(Prefix + "/Actions?CampaignId=1000&PageSize=10000", """{"Actions":[]}""");
        var scope = new ReadScope { From = new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero), Until = new DateTimeOffset(2026, 12, 15, 0, 0, 0, TimeSpan.Zero) };

        Pages(rail => rail.Port<IConversionReader>()!, scope);

        network.Requests.Select(request => Uri.UnescapeDataString(request.Target.Split("ActionDateStart=")[1].Split("&PageSize")[0])).Should().Equal(
            "2026-10-01T00:00:00+00:00&ActionDateEnd=2026-10-30T23:59:59+00:00",
            "2026-10-31T00:00:00+00:00&ActionDateEnd=2026-11-29T23:59:59+00:00",
            "2026-11-30T00:00:00+00:00&ActionDateEnd=2026-12-15T00:00:00+00:00");
        network.Requests.Should().OnlyContain(request => request.Target.Contains("PageSize=10000", StringComparison.Ordinal) && request.Target.Contains("CampaignId=1000", StringComparison.Ordinal));
    }

    [Fact]
    public void A_window_with_too_many_actions_is_halved()
    {
        network.On(Prefix + "/Actions", number => number == 1
            ? (400, """{"Status":"ERROR","Message":"Total exceeds ten pages."}""")
            : (200, """{"Actions":[]}"""));
        var scope = new ReadScope { From = new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero), Until = new DateTimeOffset(2026, 10, 30, 23, 59, 59, TimeSpan.Zero) };

        Pages(rail => rail.Port<IConversionReader>()!, scope);

        network.Requests.Select(request => Uri.UnescapeDataString(request.Target).Split("ActionDateEnd=")[1][..19]).Should().Equal(
            "2026-10-30T23:59:59", "2026-10-15T23:59:59", "2026-10-30T23:59:59");
    }

    [Fact]
    public void Reads_an_action()
    {
        network.On(Prefix + "/Actions", """
            {"Actions":[{"Id":"1000.4636.158133","CampaignId":"1000","MediaPartnerId":10000,"State":"REVERSED","Payout":"0.88","Amount":"21.99","Currency":"USD","EventDate":"2026-12-30T10:42:38-07:00",
              "PromoCode":"","Oid":"0092","CustomerStatus":"NEW","SharedId":"RT-1","CustomerId":"x"}]}
            """);

        var conversion = Pages(rail => rail.Port<IConversionReader>()!, new ReadScope { From = new DateTimeOffset(2026, 12, 20, 0, 0, 0, TimeSpan.Zero) }).SelectMany(page => page.Records).Single().Record;

        var dollars = Model.Money.Currency.Parse("USD");
        conversion.Should().Be(new Conversion
        {
            Id = new("1000.4636.158133"),
            Partner = new("10000"),
            OrderId = "0092",
            OccurredAt = new DateTimeOffset(2026, 12, 30, 10, 42, 38, TimeSpan.FromHours(-7)),
            Status = ConversionStatus.Reversed,
            Amount = new(21.99m, dollars),
            Payout = new(0.88m, dollars),
            CustomerStatus = "NEW",
            SubIds = [new("sharedId", "RT-1")],
        });
    }

    [Fact]
    public void Unknown_fields_of_a_wire_record_are_kept()
    {
        var wire = System.Text.Json.JsonSerializer.Deserialize("""{"Id":"1","NewIn15":{"a":[1]}}""", Rails.Impact.ImpactJson.Default.WirePartner)!;

        wire.Others!["NewIn15"].GetRawText().Should().Be("{\"a\":[1]}");
    }

    [Fact]
    public void Wire_records_print_no_personal_values()
    {
        var wire = System.Text.Json.JsonSerializer.Deserialize(
            """{"Id":"1","Name":"Ingrid Dahl","Contacts":[{"Email":"ingrid@fjord.example"}],"Phone":{"Number":"0301234567"},"Address":{"Address1":"Hafenweg 1"},"IndirectTax":{"Number":"DE1"}}""",
            Rails.Impact.ImpactJson.Default.WirePartner)!;

        $"{wire} {wire.Contacts} {wire.Phone} {wire.Address} {wire.IndirectTax}".Should().NotContainAny("Ingrid", "ingrid", "0301234567", "Hafenweg", "DE1");
    }

    private PersonalValue Hash(PersonalKind kind, string value) => network.Vault.Hash(kind, value);

    private Read<Partner> Partner(string json, bool groupsScripted = false)
    {
        if (!groupsScripted)
        {
            network.On(Prefix + "/Campaigns/1000/MediaPartnerGroups", "{\"Groups\":[]}");
        }

        network.On(Prefix + "/MediaPartners", $"{{\"Partners\":[{json}]}}");
        return Pages(rail => rail.Port<IPartnerReader>()!).Single().Records.Single();
    }

    private List<ReadPage<T>> Pages<T>(Func<IRail, IEntityReader<T>> port, ReadScope? scope = null)
    {
        var pages = new List<ReadPage<T>>();
        network.Run(async rail =>
        {
            await foreach (var page in port(rail).ReadAsync(scope ?? ReadScope.All, CancellationToken.None))
            {
                pages.Add(page);
            }
        });
        return pages;
    }
}
