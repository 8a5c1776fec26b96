using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Money;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;
using Bridge.Rails.Impact;
using Bridge.Testing.Privacy;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactConnectionCheckSuite : ConnectionCheckSuite
{
    protected override IRailWorld NewWorld() => new TwinWorld();

    protected override IRailWorld BrokenWorld() => new TwinWorld
    {
        Changes = new Dictionary<string, string?> { ["authToken"] = "env:AGENCY_TOKEN" },
    };
}

[ForRail("impact")]
public sealed class ImpactErrorMeaningSuite : ErrorMeaningSuite
{
    protected override IRail Open(HttpMessageHandler network, TimeProvider time) => new RailConnection
    {
        Settings = new Dictionary<string, string> { ["accountSid"] = "IRacme", ["authToken"] = "env:T", ["programId"] = "1000" },
        Secrets = new Dictionary<string, string> { ["T"] = "secret-of-acme" },
        Time = time,
        Network = () => network,
    }.Open(new ImpactRailModule(), new OpenGate());

    protected override Task ReadAsync(IRail rail) => rail.Port<IProgramReader>()!.ReadProgramAsync(CancellationToken.None);

    protected override Func<WriteContext, Task>? Write(IRail rail) =>
        context => rail.Port<IPartnerGroupWriter>()!.CreateAsync(new PartnerGroupDraft("Wave 1"), context, CancellationToken.None);

    protected override string Body(int status) => "{\"Status\":\"ERROR\",\"Message\":\"No.\"}";
}

[ForRail("impact")]
public sealed class ImpactFilePackSuite : FilePackSuite
{
    protected override IReadOnlyList<PartnerEntry> Entries => [PartnerEntry.ProspectFile, PartnerEntry.ImportFile];

    protected override IRail Open(IPersonalValues personal) => Offline.Open(personal);

    protected override PartnerDraft Partner(IPersonalValues personal, string owner, string name) => TwinDrafts.Partner(personal, "98001", owner, name) with
    {
        Groups = [TargetRef.Known("90001")],
        GroupNames = ["Content"],
    };
}

[ForRail("impact")]
public sealed class ImpactPortalGuideSuite : PortalGuideSuite
{
    protected override TemplateDraft Template => new() { Name = "Rakuten 12", Terms = Contract.Terms };

    protected override ContractDraft Contract => new()
    {
        Partner = TargetRef.Known("2000037"),
        Template = TargetRef.Known("98001"),
        TemplateName = "Rakuten 12",
        Replaces = new ContractId("S-1000001"),
        Terms = new Contract
        {
            Id = new ContractId("12"),
            Partner = new PartnerId(""),
            Name = "Rakuten 12",
            Status = ContractStatus.Active,
            Currency = Currency.Parse("USD"),
            Terms = [new PercentOfSale { Rate = Rate.FromPercent(7.5m) }],
        },
    };

    protected override PartnerDraft Partner => new()
    {
        Name = "Fjord Reviews",
        Website = "https://www.fjord-reviews.example",
        Template = TargetRef.Known("98001"),
        GroupNames = ["Content", "Blogs"],
        References = [new ExternalReference("impact.value1", "4711")],
    };

    protected override IRail Open() => Offline.Open(new PlainPersonalValues());
}

/// <summary>A connection that calls nothing.</summary>
internal static class Offline
{
    public static IRail Open(IPersonalValues personal) => new RailConnection
    {
        Settings = new Dictionary<string, string> { ["accountSid"] = "IRacme", ["authToken"] = "env:T", ["programId"] = "1000" },
        Secrets = new Dictionary<string, string> { ["T"] = "secret-of-acme" },
        Personal = personal,
    }.Open(new ImpactRailModule(), ClosedWriteGate.Instance);
}
