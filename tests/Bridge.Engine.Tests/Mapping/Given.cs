using Bridge.Engine.Mapping;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Money;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Model.Programs;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Tests.Mapping;

/// <summary>The shipped profile between two rails as it knows them, and records as their connectors make them.</summary>
internal static class Given
{
    public static readonly Currency Usd = Currency.Parse("USD");

    public static string ShippedProfile { get; } = File.ReadAllText(RepositoryFile("mappings/rakuten-to-impact.yaml"));

    public static RailDescriptor Source { get; } = new()
    {
        Id = "rakuten",
        DisplayName = "Rakuten Advertising",
        ConnectorVersion = "1",
        Capabilities = new RailCapabilities { Entities = [], Terms = new TermExpressiveness { Kinds = [] } },
        Settings = [],
    };

    public static RailDescriptor Target { get; } = new()
    {
        Id = "impact",
        DisplayName = "impact.com",
        ConnectorVersion = "1",
        Capabilities = new RailCapabilities
        {
            Entities = [],
            PartnerEntries = [PartnerEntry.CreateDirectly, PartnerEntry.ImportFile, PartnerEntry.ProspectFile, PartnerEntry.InviteInPortal],
            ReferenceSchemes = ["impact.value1", "impact.value2", "impact.value3"],
            SubIdNames = ["subId1", "subId2", "subId3", "sharedId"],
            SubIdMaxLength = 255,
            Terms = new TermExpressiveness
            {
                Kinds = ["percentOfSale", "flatPerAction", "tiered", "bonus", "cap", "slottingFee"],
                MaxTiers = 10,
                TierBases = [TierBasis.PeriodRevenue, TierBasis.PeriodCount],
                TierModes = [TierMode.Marginal],
                ScopeFields = [ScopeField.Product, ScopeField.Category, ScopeField.CustomerStatus, ScopeField.CustomerCountry],
                Attributions = [AttributionRule.LastTouch, AttributionRule.FirstTouch],
                ClickWindow = true,
                ViewWindow = true,
                Locking = true,
                PayoutSchedule = true,
                TemplatesInPortal = true,
            },
        },
        Settings = [],
    };

    public static Program Program { get; } = new()
    {
        Id = new ProgramId("9001"),
        AccountId = "IRacme",
        Name = "Acme",
        Status = ProgramStatus.Active,
        Currency = Usd,
        DeepLinking = true,
        PermittedHosts = ["acme.example", "*.acme.example", "outlet.example"],
    };

    public static string RepositoryFile(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bridge.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return Path.Combine(folder.FullName, path);
    }

    public static MappingProfile Profile(params (string From, string To)[] changes)
    {
        var findings = new List<Finding>();
        var profile = MappingProfile.Load(Changed(changes), "p.yaml", Source, Target, findings);
        findings.Should().NotContain(finding => finding.Severity == Severity.Blocking);
        return profile!;
    }

    /// <summary>The shipped profile with texts replaced; each text must be there.</summary>
    public static string Changed(params (string From, string To)[] changes)
    {
        var text = ShippedProfile;
        foreach (var (from, to) in changes)
        {
            text.Should().Contain(from);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return text;
    }

    public static ProgramMapping Mapping(params (string From, string To)[] changes) => new(Profile(changes), Target, Program, [Group("3101", "Coupon Partners")]);

    public static ProgramMapping Mapping(MappingProfile profile) => new(profile, Target, Program, [Group("3101", "Coupon Partners")]);

    public static PartnerGroup Group(string id, string name) => new() { Id = new PartnerGroupId(id), Name = name };

    public static PersonalValue Personal(PersonalKind kind, int number) => new(kind, number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture));

    public static Partner Partner(string sid = "4711", int? email = 1) => new()
    {
        Id = new PartnerId(sid),
        Name = "Fjord  Reviews",
        Status = PartnerStatus.Active,
        NativeStatus = "active",
        WebProperties = [new WebProperty($"https://www.fjord-{sid}.example", "website")],
        Contacts = email is { } number ? [new Contact { Email = Personal(PersonalKind.Email, number), IsPrimary = true }] : [],
        References = [new ExternalReference("rakuten.encryptedId", "aB*d" + sid), new ExternalReference("rakuten.sid", sid)],
    };

    public static Contract Contract(params CommissionTerm[] terms) => new()
    {
        Id = new ContractId("4711:500123"),
        Partner = new PartnerId("4711"),
        Name = "24.1 Standard",
        TemplateId = "500123",
        TemplateKind = "baseline",
        Status = ContractStatus.Active,
        NativeStatus = "active",
        Currency = Usd,
        StartsAt = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Terms = [.. terms],
        Windows = new ReferralWindows { Click = TimeSpan.FromDays(30) },
        Locking = new LockingRule { Basis = LockBasis.Tracked, Days = 45 },
    };

    public static PercentOfSale Percent(decimal percent, params ScopeCondition[] conditions) => new()
    {
        Rate = Rate.FromPercent(percent),
        Scope = new TermScope { Conditions = [.. conditions] },
        Level = PayoutLevel.Unknown,
    };

    public static Tiered Tiers(TierBasis basis, TermPeriod period = TermPeriod.None, TierMode mode = TierMode.Undeclared, int count = 3) => new()
    {
        Basis = basis,
        Period = period,
        Mode = mode,
        Tiers = [.. Enumerable.Range(0, count).Select(step => new Tier(
            step * 500m, step == count - 1 ? null : (step + 1) * 500m, CommissionAmount.Of(Rate.FromPercent(5 + step))))],
    };

    public static TrackingLink Link(LinkKind kind = LinkKind.Deep, string? destination = "https://www.acme.example/shoes?a=1", params SubId[] subIds) => new()
    {
        Id = new TrackingLinkId("1000001"),
        Partner = new PartnerId("4711"),
        Kind = kind,
        Status = LinkStatus.Active,
        TrackingUrl = "https://click.example/deeplink?id=x",
        Destination = destination,
        SubIds = [.. subIds],
    };

    public static PromoCode Code(string code = "SAVE10", string? owner = "4711") => new()
    {
        Id = new PromoCodeId($"{code}|{owner}"),
        Code = code,
        Owner = owner is null ? null : new PartnerId(owner),
        Status = PromoCodeStatus.Active,
        Discount = new Discount { Kind = DiscountKind.Percent, Rate = Rate.FromPercent(10) },
        StartsAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };
}
