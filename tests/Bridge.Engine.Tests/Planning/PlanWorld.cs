using Bridge.Engine.Execution;
using Bridge.Engine.Tests.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;

namespace Bridge.Engine.Tests.Planning;

/// <summary>
/// A small program: partner 11 is on the target, 12 is new, 13 has left, 14 has no name, 15 was moved by an earlier run and has
/// records that break rules, 16 is new too.
/// </summary>
internal static class PlanWorld
{
    public static PlanBench Bench { get; } = new()
    {
        Source = new PlanRecords
        {
            Groups = [Given.Group("3101", "Coupon Partners"), Given.Group("3102", "Empty")],
            Partners =
            [
                SourcePartner("11") with { Groups = [new PartnerGroupId("3101")] },
                SourcePartner("12") with { Groups = [new PartnerGroupId("3101")] },
                SourcePartner("13") with { Status = PartnerStatus.Removed, NativeStatus = "removed" },
                SourcePartner("14") with { Name = " " },
                SourcePartner("15"),
                SourcePartner("16"),
            ],
            Contracts =
            [
                Offer("11", "500"), Offer("12", "500"), Offer("12", "501") with { TemplateKind = "private" }, Offer("13", "500"), Offer("14", "500"),
                Offer("15", "500"), Offer("15", "900") with { TemplateKind = "unranked", Terms = [] }, Offer("16", "500"),
            ],
            Links = [Link("L11", "11"), Link("L12", "12"), Link("L13", "13"), Link("L15", "15"), Link("L15x", "15", "https://evil.example/"), Link("L16", "16")],
            Codes = [Code("SAVE11", "11"), Code("SAVE12", "12"), Code("SAVE13", "13"), Code("BAD 15", "15"), Code("SAVE16", "16"), Code("NOBODY", null)],
        },
        Target = new PlanRecords
        {
            Partners = [TargetPartner("T11", "11"), TargetPartner("T15", "15"), TargetPartner("T99", null)],
            Contracts = [TargetContract("K11", "T11")],
            Codes = [new PromoCode { Id = new PromoCodeId("c11"), Code = "SAVE11", Owner = new PartnerId("T11"), Status = PromoCodeStatus.Active }],
        },
        IdMap = [Row(EntityKind.Partner, "15", "T15")],
    };

    public static Partner SourcePartner(string sid) => Given.Partner(sid, int.Parse(sid, System.Globalization.CultureInfo.InvariantCulture)) with { Name = $"Publisher {sid}" };

    public static Partner TargetPartner(string id, string? sid) => new()
    {
        Id = new PartnerId(id),
        Name = id,
        Status = PartnerStatus.Active,
        References = sid is null ? [] : [new ExternalReference("impact.value1", sid), new ExternalReference("impact.value2", "aB*d" + sid)],
    };

    public static Contract Offer(string sid, string goid) => Given.Contract(Given.Percent(5)) with
    {
        Id = new ContractId($"{sid}:{goid}"),
        Partner = new PartnerId(sid),
        Name = $"Offer {goid}",
        TemplateId = goid,
    };

    /// <summary>A contract on the target with the terms that <see cref="Offer"/> wants.</summary>
    public static Contract TargetContract(string id, string partner, ContractStatus status = ContractStatus.Active) =>
        Given.Mapping().MapContract(Given.Contract(Given.Percent(5))).Value!.Terms with { Id = new ContractId(id), Partner = new PartnerId(partner), Status = status };

    public static TrackingLink Link(string id, string partner, string destination = "https://www.acme.example/shoes") =>
        Given.Link(LinkKind.Deep, destination) with { Id = new TrackingLinkId(id), Partner = new PartnerId(partner), TrackingUrl = $"https://click.example/{id}" };

    public static PromoCode Code(string code, string? owner) => Given.Code(code, owner);

    public static IdMapRow Row(EntityKind entity, string source, string target, bool kept = false, string? hash = null) =>
        new() { Entity = entity, Source = source, Target = target, Created = true, Kept = kept, RunId = "run-0", DraftHash = hash };

}
