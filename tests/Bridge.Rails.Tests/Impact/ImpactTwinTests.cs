using Bridge.Model.Findings;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;
using Bridge.Rails.Impact;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Hosting.Faults;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Impact.Seeding;

namespace Bridge.Rails.Tests.Impact;

/// <summary>The connector against the simulated impact.com in every variant that its reference leaves open.</summary>
public sealed class ImpactTwinTests
{
    public static TheoryData<string> Variants => ["strings", "native", "media-partners", "missing-lists", "null-lists", "bare-objects", "epoch-reset"];

    [Theory]
    [MemberData(nameof(Variants))]
    public void Every_variant_of_the_wire_reads_as_the_same_program(string variant)
    {
        var settings = variant switch
        {
            "native" => new ImpactSettings { ValueTyping = ValueTyping.Native },
            "media-partners" => new ImpactSettings { PartnerListKey = "MediaPartners" },
            "missing-lists" => new ImpactSettings { EmptyList = EmptyListStyle.MissingKey },
            "null-lists" => new ImpactSettings { EmptyList = EmptyListStyle.NullBody },
            "bare-objects" => new ImpactSettings { BareObjectShare = 1 },
            "epoch-reset" => new ImpactSettings { RateReset = RateResetStyle.EpochSecond },
            _ => new ImpactSettings(),
        };

        Everything(new TwinWorld(settings)).Should().Equal(Everything(new TwinWorld()));
    }

    [Fact]
    public void An_agency_reads_and_writes_by_pass_through()
    {
        var world = Agency();

        Everything(world).Should().Equal(Everything(new TwinWorld()));
        world.Run(new OpenGate(), async rail =>
        {
            var receipt = await rail.Port<IPartnerGroupWriter>()!.CreateAsync(new("Wave 1"), await rail.ContextAsync(), CancellationToken.None);

            (await rail.Port<IWriteLookup<PartnerGroupDraft>>()!.FindAsync(new("Wave 1"), CancellationToken.None)).Should().Equal(new FoundObject(receipt.NativeId!, null, Equal: true));
        });
    }

    [Fact]
    public void The_token_for_writes_says_by_a_read_which_account_and_program_it_reaches()
    {
        var (own, agency, foreign) = (new TwinWorld(), Agency(), new TwinWorld { Changes = new Dictionary<string, string?> { ["writeToken"] = "env:OTHER_BRAND" } });

        foreach (var world in new[] { own, agency })
        {
            world.Run(ClosedWriteGate.Instance, async rail =>
            {
                var reached = await rail.Port<IWriteIdentity>()!.ReadProgramAsync(CancellationToken.None);

                reached.Should().Be(await rail.Port<IProgramReader>()!.ReadProgramAsync(CancellationToken.None));
                reached.Name.Should().Be(world.Brand.Programs[0].Name);
            });
        }

        foreign.Run(ClosedWriteGate.Instance, async rail =>
        {
            var read = () => rail.Port<IWriteIdentity>()!.ReadProgramAsync(CancellationToken.None);

            await read.Should().ThrowAsync<RailAuthenticationException>();
        });
        (own.MutatingCalls, agency.MutatingCalls, foreign.MutatingCalls).Should().Be((0, 0, 0));
    }

    [Fact]
    public void Without_a_token_for_writes_a_write_stays_here()
    {
        var world = new TwinWorld { Changes = new Dictionary<string, string?> { ["writeToken"] = null } };

        world.Run(new OpenGate(), async rail =>
        {
            var context = await rail.ContextAsync();
            var write = () => rail.Port<IPartnerGroupWriter>()!.CreateAsync(new("Wave 1"), context, CancellationToken.None);

            await write.Should().ThrowAsync<RailAuthenticationException>().WithMessage("*no token for writes*");
        });

        world.MutatingCalls.Should().Be(0);
    }

    [Fact]
    public void A_creation_whose_answer_is_lost_is_unclear_and_then_found()
    {
        var world = new TwinWorld { PageSize = 1000 };
        world.Rail.Faults.Add(new FaultRule { Kind = "partner.create", Action = FaultAction.AppliedLost });
        var draft = TwinDrafts.Partner(world.Vault, $"{world.Brand.Templates[0].TemplateId}");

        world.Run(new OpenGate(), async rail =>
        {
            var context = await rail.ContextAsync();
            var write = () => rail.Port<IPartnerWriter>()!.CreateAsync(draft, context, CancellationToken.None);
            await write.Should().ThrowAsync<RailOutcomeUnknownException>();

            (await rail.Port<IWriteLookup<PartnerDraft>>()!.FindAsync(draft, CancellationToken.None)).Should().ContainSingle().Which.Equal.Should().BeTrue();
        });
        world.MutatingCalls.Should().Be(1);
    }

    [Theory]
    [InlineData(FaultAction.AppliedStatus)]
    [InlineData(FaultAction.AppliedTruncated)]
    [InlineData(FaultAction.AppliedGarbage)]
    [InlineData(FaultAction.Dropped)]
    public void Every_unclear_end_of_a_write_is_unclear_and_sent_once(FaultAction action)
    {
        var world = new TwinWorld();
        world.Rail.Faults.Add(new FaultRule { Kind = "code.create", Action = action, Status = 502 });
        var draft = new PromoCodeDraft { Code = "FJORD", Owner = TargetRef.Known($"{world.Brand.Relationships[0].PartnerId}"), CreditPolicy = "ALWAYS" };

        world.Run(new OpenGate(), async rail =>
        {
            var context = await rail.ContextAsync();
            var write = () => rail.Port<IPromoCodeWriter>()!.CreateAsync(draft, context, CancellationToken.None);
            await write.Should().ThrowAsync<RailOutcomeUnknownException>();

            (await rail.Port<IWriteLookup<PromoCodeDraft>>()!.FindAsync(draft, CancellationToken.None)).Should().HaveCount(action == FaultAction.Dropped ? 0 : 1);
        });
        world.MutatingCalls.Should().Be(1);
    }

    [Fact]
    public void A_partner_that_exists_is_found_by_reference_before_address_and_is_not_equal_when_it_differs()
    {
        var world = new TwinWorld();
        var known = world.Brand.Relationships.First(one => one.Value1 is not null);
        var account = world.Rail.Seed.Partners.Single(one => one.Id == known.PartnerId);
        var other = world.Rail.Seed.Partners.First(one => one.Id != known.PartnerId && world.Brand.Relationships.Any(relationship => relationship.PartnerId == one.Id));

        world.Run(ClosedWriteGate.Instance, async rail =>
        {
            var lookup = rail.Port<IWriteLookup<PartnerDraft>>()!;
            var byReference = await lookup.FindAsync(new PartnerDraft { Name = "Other", Website = other.Website, References = [new ExternalReference("impact.value1", known.Value1!)] }, CancellationToken.None);
            var byWebsite = await lookup.FindAsync(new PartnerDraft { Name = other.Name, Website = "https://" + WebProperty.DomainOf(other.Website), References = [new ExternalReference("impact.value1", "4711")] }, CancellationToken.None);
            var byNothing = await lookup.FindAsync(new PartnerDraft { Name = account.Name }, CancellationToken.None);

            byReference.Should().ContainSingle().Which.Should().Match<FoundObject>(found => found.NativeId == $"{account.Id}" && !found.Equal && found.CreatedAt == account.DateCreated);
            byWebsite.Should().Contain(found => found.NativeId == $"{other.Id}" && !found.Equal);
            byNothing.Should().BeEmpty();
        });
    }

    [Fact]
    public void An_expired_code_is_not_found_again()
    {
        var world = new TwinWorld();
        var draft = new PromoCodeDraft { Code = "FJORD", Owner = TargetRef.Known($"{world.Brand.Relationships[0].PartnerId}"), CreditPolicy = "ALWAYS" };

        world.Run(new OpenGate(), async rail =>
        {
            var writer = rail.Port<IPromoCodeWriter>()!;
            var first = await writer.CreateAsync(draft, await rail.ContextAsync(), CancellationToken.None);
            await writer.ExpireAsync(new(first.NativeId!), await rail.ContextAsync("op-2"), CancellationToken.None);

            (await rail.Port<IWriteLookup<PromoCodeDraft>>()!.FindAsync(draft, CancellationToken.None)).Should().BeEmpty();
        });
    }

    [Fact]
    public void Calls_stay_below_the_share_of_the_hour_and_none_leaves_before_a_hint_has_passed()
    {
        var world = new TwinWorld(new ImpactSettings { RateLimit = 100 }) { PageSize = 1, RateShare = 0.5m, Changes = new Dictionary<string, string?> { ["requestsPerHour"] = "100" } };
        world.Rail.Faults.Add(new FaultRule { Kind = "partner.list", Action = FaultAction.Throttle, Ordinal = 5, Headers = [new("X-RateLimit-Reset", "900")] });

        world.Run(ClosedWriteGate.Instance, async rail =>
        {
            for (var round = 0; round < 4; round++)
            {
                await foreach (var page in rail.Port<IPartnerReader>()!.ReadAsync(ReadScope.All, CancellationToken.None))
                {
                    page.Records.Should().ContainSingle();
                }
            }
        });

        var requests = world.Rail.Requests.From(0);
        var refused = requests.Single(request => request.Status == 429).Time;
        world.Rail.Requests.PeakWithin(TimeSpan.FromHours(1)).Should().BeLessThanOrEqualTo(50);
        requests.Where(request => request.Time > refused).Min(request => request.Time).Should().BeOnOrAfter(refused.AddSeconds(900));
        requests.Count.Should().BeGreaterThan(100);
    }

    [Theory]
    [InlineData("setup", "BRG-IMP-002", Severity.Blocking)]
    [InlineData("no-deep-links", "BRG-IMP-003", Severity.Warning)]
    [InlineData("scoped", "BRG-IMP-001", Severity.Blocking)]
    [InlineData("wrong-program", "BRG-IMP-001", Severity.Blocking)]
    public void The_check_names_what_is_wrong(string trouble, string code, Severity severity)
    {
        var world = trouble switch
        {
            "setup" => new TwinWorld(change: seed => seed.WithBrand(brand => brand with { Programs = [brand.Programs[0] with { State = "SETUP" }] })),
            "no-deep-links" => new TwinWorld(change: seed => seed.WithBrand(brand => brand with { Programs = [brand.Programs[0] with { DeepLinking = false }] })),
            "scoped" => new TwinWorld { Changes = new Dictionary<string, string?> { ["authToken"] = "env:SCOPED" } },
            _ => new TwinWorld { Changes = new Dictionary<string, string?> { ["programId"] = "77" } },
        };
        var checks = new List<ConnectionCheck>();

        world.Run(ClosedWriteGate.Instance, async rail =>
        {
            await foreach (var check in rail.Port<IConnectionCheck>()!.CheckAsync(CancellationToken.None))
            {
                checks.Add(check);
            }
        });

        var problems = checks.Select(check => check.Problem).OfType<Finding>().ToList();
        problems.Should().NotBeEmpty().And.OnlyContain(problem => problem.Code == code && problem.Severity == severity);
        world.MutatingCalls.Should().Be(0);
    }

    [Fact]
    public void The_check_reads_each_endpoint_group_once_and_tells_hosts_and_budget()
    {
        var world = new TwinWorld();
        var checks = new List<ConnectionCheck>();

        world.Run(ClosedWriteGate.Instance, async rail =>
        {
            await foreach (var check in rail.Port<IConnectionCheck>()!.CheckAsync(CancellationToken.None))
            {
                checks.Add(check);
            }
        });

        checks.Select(check => check.Name).Should().Equal(
            "credentials", "program state", "deep linking", "scope MediaPartners", "scope Campaigns/Contracts", "scope MediaPartnerGroups",
            "scope PromoCodes", "scope Deals", "scope Actions", "write token", "rate budget", "prospect-import file", "partner-import file");
        checks[2].Detail.Should().Be("*.acme.example, acme.example");
        checks.Single(check => check.Name == "rate budget").Detail.Should().StartWith("600 of 1000 calls an hour for Bridge");
        checks.Single(check => check.Name == "write token").Detail.Should().Contain($"reaches program {world.ProgramId}");
        world.Rail.Requests.Count.Should().Be(8);
    }

    [Fact]
    public async Task Works_over_real_HTTP_on_loopback()
    {
        var world = new TwinWorld();
        await using var host = await KestrelRailHost.StartAsync(world.Rail, world.Time, 0, CancellationToken.None);
        var connection = world.Connect(network: null, world.Vault);
        var loopback = new RailConnection
        {
            Name = connection.Name,
            Settings = new Dictionary<string, string>(connection.Settings) { ["baseUrl"] = host.BaseUrl.ToString(), ["requestsPerHour"] = "10000000" },
            Secrets = connection.Secrets,
            Personal = world.Vault,
        };
        await using var rail = loopback.Open(new ImpactRailModule(), new OpenGate());

        var program = await rail.Port<IProgramReader>()!.ReadProgramAsync(CancellationToken.None);
        var partners = await AllAsync(rail.Port<IPartnerReader>()!);
        var receipt = await rail.Port<IPartnerWriter>()!.CreateAsync(TwinDrafts.Partner(world.Vault, $"{world.Brand.Templates[0].TemplateId}"), await rail.ContextAsync(), CancellationToken.None);
        var decline = await rail.Port<IApplicationWriter>()!.DecideAsync(
            new ApplicationDecision { Application = new(world.Brand.Contracts.First(one => one.Status == "PENDING").Id), Partner = TargetRef.Known("1"), Accept = false, Reason = "No fit" },
            await rail.ContextAsync(),
            CancellationToken.None);

        program.TrackingHost.Should().Be("acme.sjv.example");
        partners.Should().HaveCount(world.Brand.Relationships.Count);
        (await AllAsync(rail.Port<IPartnerReader>()!)).Should().Contain(partner => partner.Id.Value == receipt.NativeId);
        decline.ResponseHash.Should().HaveLength(64);
    }

    private static TwinWorld Agency()
    {
        var seed = LivedInSeed.Create(7, new Testing.Time.ManualTimeProvider().GetUtcNow());
        return new TwinWorld(change: each => each with { Agency = each.Agency! with { Tokens = [.. each.Agency!.Tokens, new ImpactToken { Value = "the agency writes with this" }] } })
        {
            Changes = new Dictionary<string, string?>
            {
                ["agencySid"] = seed.Agency!.Sid,
                ["advertiserId"] = $"{seed.Brand.AdvertiserId}",
                ["authToken"] = "env:AGENCY_TOKEN",
                ["writeToken"] = "env:AGENCY_WRITE",
            },
        };
    }

    /// <summary>Every record of every entity of a world, as text.</summary>
    private static List<string> Everything(TwinWorld world)
    {
        var all = new List<string>();
        world.Run(ClosedWriteGate.Instance, async rail =>
        {
            all.Add((await rail.Port<IProgramReader>()!.ReadProgramAsync(CancellationToken.None)).ToString());
            all.AddRange((await AllAsync(rail.Port<IPartnerReader>()!)).Select(one => one.ToString()));
            all.AddRange((await AllAsync(rail.Port<IPartnerGroupReader>()!)).Select(one => one.ToString()));
            all.AddRange((await AllAsync(rail.Port<IContractReader>()!)).Select(one => one.ToString()));
            all.AddRange((await AllAsync(rail.Port<IPromoCodeReader>()!)).Select(one => one.ToString()));
            all.AddRange((await AllAsync(rail.Port<IDealReader>()!)).Select(one => one.ToString()));
            all.AddRange((await AllAsync(rail.Port<IConversionReader>()!)).Select(one => one.ToString()));
        });
        all.Should().HaveCountGreaterThan(100);
        return all;
    }

    private static async Task<IReadOnlyList<T>> AllAsync<T>(IEntityReader<T> reader)
    {
        var records = new List<T>();
        await foreach (var page in reader.ReadAsync(ReadScope.All, CancellationToken.None))
        {
            page.Rows.Unreadable.Should().Be(0);
            records.AddRange(page.Records.Select(read => read.Record));
        }

        return records;
    }
}
