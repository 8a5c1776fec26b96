namespace Bridge.Simulation.Tests.Impact;

public sealed class TermsFormTests : IDisposable
{
    private readonly ImpactCaller caller = new();

    [Fact]
    public void Reads_the_published_shape_of_terms_and_gives_it_back()
    {
        const string form = """
            {"name":"Offer (500123)",
             "eventPayouts":[{"EventCategory":"SALE","DefaultPayoutRate":7.5,"PayoutLevel":"ITEM",
               "PayoutGroups":[{"Rank":3,"Rules":[{"Variable":"ITEM_CATEGORY","Operator":"CONTAINS","Values":["Shoes","Boots, high"]},{"Variable":"ITEM_SKU","ExceptionListName":"Heroes"}],"Payout":2},
                               {"Rank":4,"Tiers":[{"ActionThreshold":0,"PayoutRate":8},{"ActionThreshold":25,"PayoutRate":"9.5"}]}],
               "Limits":[{"Type":"PAYOUT","Value":500,"Period":"MONTH"}],
               "PerformanceBonus":{"Type":"ALL_ACTIONS","Basis":"REVENUE","Period":"CALENDAR_MONTH","Tiers":[{"RevenueThreshold":1000,"PayoutRate":1}]},
               "Locking":{"Basis":"TRACKED","Period":"MONTH","MonthOffset":1,"DayOffset":15},
               "PayoutScheduling":{"Basis":"LOCKED","Period":"END_OF_MONTH","DayOffset":5},
               "CreditPolicy":"FIRST_REFERRER","ValidReferrals":[{"Type":"CLICKS","Window":45,"WindowUnit":"DAY"}]}],
             "scheduledTerms":[{"Name":"Open end","StartDate":"2027-01-01","EventPayouts":[{"EventTypeName":"Online Sale","DefaultPayoutRate":20}]}],
             "manual":["something"]}
            """;

        var contract = ContractWith(form);

        var terms = contract.GetProperty("TemplateTerms");
        var payout = ImpactCaller.Rows(terms, "EventPayouts").Single();
        var groups = ImpactCaller.Rows(payout, "PayoutGroups");
        var rules = ImpactCaller.Rows(groups[0], "Rules");
        terms.GetProperty("Currency").GetString().Should().Be("USD");
        payout.GetProperty("EventTypeId").GetString().Should().Be($"{caller.Brand.Programs[0].EventTypes[0].Id}");
        payout.GetProperty("DefaultPayoutRate").GetString().Should().Be("7.5");
        payout.GetProperty("CreditPolicy").GetString().Should().Be("FIRST_REFERRER");
        groups.Select(group => group.GetProperty("Rank").GetString()).Should().Equal("3", "4");
        groups[0].GetProperty("Payout").GetString().Should().Be("2.00");
        rules[0].GetProperty("Values")[1].GetString().Should().Be("Boots, high");
        rules[1].GetProperty("ExceptionListName").GetString().Should().Be("Heroes");
        ImpactCaller.Rows(groups[1], "Tiers")[1].ToString().Should().Contain("\"ActionThreshold\":\"25\"").And.Contain("\"PayoutRate\":\"9.5\"");
        payout.GetProperty("PerformanceBonus").GetProperty("Type").GetString().Should().Be("ALL_ACTIONS");
        payout.GetProperty("Locking").ToString().Should().Contain("\"MonthOffset\":\"1\"").And.Contain("\"DayOffset\":\"15\"");
        payout.GetProperty("PayoutScheduling").GetProperty("Period").GetString().Should().Be("END_OF_MONTH");
        ImpactCaller.Rows(contract, "ScheduledTerms").Single().GetProperty("EndDate").GetString().Should().BeEmpty();
        ImpactCaller.Rows(contract, "ScheduledTerms").Single().GetProperty("Status").GetString().Should().Be("ACTIVE");
    }

    [Fact]
    public void Refuses_a_payout_without_a_rate_and_an_event_type_that_is_not_there()
    {
        Error("""{"name":"x","eventPayouts":[{"EventCategory":"SALE"}]}""").Should().Be("The payout for Online Sale has neither a default nor groups.");
        Error("""{"name":"x","eventPayouts":[{"EventTypeId":"1","DefaultPayout":1}]}""").Should().Be("Event type 1 does not exist.");
    }

    public void Dispose() => caller.Dispose();

    private System.Text.Json.JsonElement ContractWith(string form)
    {
        var partner = caller.Brand.Contracts.First(contract => contract.StatusAt(caller.Time.GetUtcNow()) == "ACTIVE").PartnerId;
        var template = caller.WriteJson("POST", "/__portal/template-terms", 200, form).GetProperty("templateId").GetString()!;
        caller.WriteJson("POST", "/__portal/contracts/switch", 200, $$"""{"partnerId":{{partner}},"templateId":"{{template}}","mode":"Replace"}""");
        return caller.List($"Campaigns/{caller.Program}/Contracts?PartnerId={partner}", "Contracts").Single();
    }

    private string Error(string form) => caller.WriteJson("POST", "/__portal/template-terms", 422, form).GetProperty("error").GetString()!;
}
