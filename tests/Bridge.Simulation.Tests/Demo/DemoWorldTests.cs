using Bridge.Simulation.Demo;
using Bridge.Simulation.Impact.Seeding;
using Bridge.Simulation.Impact.State;
using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Tests.Demo;

public sealed class DemoWorldTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly RakutenPack Pack = RakutenPack.Create(new RakutenPackOptions());
    private static readonly DemoWorld World = DemoWorld.Create(Pack, Now, new DemoWorldOptions());

    [Fact]
    public void Knows_three_of_ten_approved_publishers_in_every_way()
    {
        var approved = Pack.Publishers.Count(publisher => publisher.State == RakutenPublisherState.Approved);

        World.Known.Should().HaveCount((int)decimal.Round(approved * 0.3m));
        World.Known.Select(one => one.Sid).Should().OnlyHaveUniqueItems();
        World.Known.CountBy(one => one.Standing).Should().HaveCount(4).And.OnlyContain(pair => pair.Value >= 3);
        World.Known.CountBy(one => one.Trace).Should().HaveCount(3).And.OnlyContain(pair => pair.Value >= 10);
    }

    [Fact]
    public void Gives_each_known_publisher_the_trace_it_should_have()
    {
        var accounts = World.Seed.Partners.ToDictionary(account => account.Id);
        var values = World.Seed.Brand.Relationships.ToDictionary(one => one.PartnerId, one => one.Value1);
        var publishers = Pack.Publishers.ToDictionary(publisher => publisher.Sid);

        foreach (var one in World.Known)
        {
            var (account, publisher) = (accounts[one.PartnerId], publishers[one.Sid]);
            var byDomain = WebHost.Of(account.Website) == publisher.Domain;
            var byEmail = account.Contacts.Any(contact => contact.Email == publisher.Email);
            (values.GetValueOrDefault(one.PartnerId) == one.Sid).Should().Be(one.Trace == DemoTrace.Value1);
            byDomain.Should().Be(one.Trace != DemoTrace.Email);
            byEmail.Should().Be(one.Trace == DemoTrace.Email);
        }
    }

    [Fact]
    public void Gives_each_known_publisher_the_standing_it_should_have()
    {
        var contracts = World.Seed.Brand.Contracts.ToLookup(contract => contract.PartnerId);
        var leading = Pack.Truth.Publishers.ToDictionary(publisher => publisher.Sid, publisher => publisher.LeadingGoid);

        foreach (var one in World.Known.Where(one => one.Standing == DemoStanding.Outside))
            contracts[one.PartnerId].Should().BeEmpty();
        foreach (var one in World.Known.Where(one => one.Standing == DemoStanding.Application))
            contracts[one.PartnerId].Single().StatusAt(Now).Should().Be("PENDING");
        foreach (var one in World.Known.Where(one => one.Standing == DemoStanding.OtherContract))
            contracts[one.PartnerId].Single().Template.TemplateId.Should().Be(World.Seed.Brand.Templates[0].TemplateId);
        foreach (var one in World.Known.Where(one => one.Standing == DemoStanding.EqualContract))
        {
            var contract = contracts[one.PartnerId].Single();
            var offer = Pack.Offers.Single(offer => offer.Goid == leading[one.Sid]);
            var payout = contract.Template.Terms.EventPayouts.Single();
            contract.StatusAt(Now).Should().Be("ACTIVE");
            payout.DefaultPayoutRate.Should().Be(offer.Rules.Single().Tiers.Single().Commission);
            payout.ValidReferrals.Single().Window.Should().Be(offer.ReturnDays);
            payout.Locking!.DayOffset.Should().Be(offer.UpdateWindow);
        }
    }

    [Fact]
    public void Has_two_codes_with_their_owners_and_some_of_the_groups()
    {
        var brand = World.Seed.Brand;
        var names = Pack.Truth.Publishers.Select(publisher => publisher.Group).OfType<string>().Distinct().ToList();
        var ids = World.Known.ToDictionary(one => one.PartnerId, one => one.Sid);

        World.Codes.Should().HaveCount(2);
        brand.Codes.Where(code => World.Codes.Contains(code.Code))
            .Should().OnlyContain(code => ids[code.PartnerId] == Pack.Truth.CodeOwners[code.Code].Single() && code.StateAt(Now) == "ACTIVE");
        brand.Groups.Select(group => group.Name).Intersect(names).Count().Should().BeInRange(1, names.Count - 1);
        brand.Groups.SelectMany(group => group.Members).Should().Contain(id => ids.ContainsKey(id));
    }

    [Fact]
    public void Permits_the_brands_hosts_and_no_other()
    {
        var program = World.Seed.Brand.Programs[0];

        Pack.Links.Where(link => link.OnBrandHost).Should().OnlyContain(link => WebHost.IsPermitted(program.PermittedHosts, link.Destination));
        Pack.Links.Where(link => !link.OnBrandHost).Should().NotBeEmpty().And.OnlyContain(link => !WebHost.IsPermitted(program.PermittedHosts, link.Destination));
    }

    [Fact]
    public void Expects_what_can_move_but_not_what_a_plan_leaves_behind()
    {
        var all = World.Expected([]);
        var link = Pack.Links.First(link => link.Active && all.Any(one => one.Kind == "partner" && one.Key == link.Sid));
        var sid = Pack.Publishers.Last(publisher => publisher.State == RakutenPublisherState.Approved && publisher.Sid != link.Sid).Sid;

        var less = World.Expected(
        [
            """{"line":"header"}""",
            $$"""{"line":"outcome","entity":"trackingLink","source":"{{link.LinkId}}","outcome":"blocked","reason":"x"}""",
            $$"""{"line":"outcome","entity":"partner","source":"{{sid}}","outcome":"manual","reason":"x"}""",
            $$"""{"line":"outcome","entity":"partner","source":"{{link.Sid}}","outcome":"unchanged"}""",
        ]);

        all.Where(one => one.Kind == "partner").Should().HaveCount(Pack.Publishers.Count(publisher => publisher.State == RakutenPublisherState.Approved));
        all.Should().Contain(one => one.Kind == "code").And.Contain(one => one.Kind == "group");
        all.Count(one => one.Kind == "link").Should().BeGreaterThan(900);
        less.Where(one => one.Kind == "partner").Should().HaveCount(all.Count(one => one.Kind == "partner") - 1).And.NotContain(one => one.Key == sid);
        less.Where(one => one.Owner == link.Sid && one.Kind == "link").Should().HaveCount(all.Count(one => one.Owner == link.Sid && one.Kind == "link") - 1);
    }

    [Fact]
    public void Depends_on_its_seed_alone()
    {
        var again = DemoWorld.Create(Pack, Now, new DemoWorldOptions());
        var other = DemoWorld.Create(Pack, Now, new DemoWorldOptions { Seed = 8 });

        again.Known.Should().Equal(World.Known);
        other.Known.Should().NotEqual(World.Known);
    }

    [Fact]
    public void Fills_a_large_target_with_a_share_of_a_pack()
    {
        var options = RakutenPackOptions.Large(2000, 6000);

        ImpactSeed seed = TargetWorld.Create(options, 0.3m, Now);

        seed.Brand.Contracts.Count(contract => contract.PartnerId >= 3_000_000).Should().Be(600);
        seed.Brand.Relationships.Count(one => one.PartnerId >= 3_000_000 && one.Value1 is not null).Should().Be(300);
        seed.Partners.Select(partner => partner.Id).Should().OnlyHaveUniqueItems();
        seed.Brand.Groups.SelectMany(group => group.Members).Should().OnlyContain(id => seed.Partners.Any(partner => partner.Id == id));
    }
}
