using Bridge.Model.Contracts;
using Bridge.Model.Conversions;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Programs;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;
using Bridge.Rails.Rakuten;

namespace Bridge.Rails.Tests.Rakuten;

[ForRail("rakuten")]
public sealed class RakutenPartnerReaderSuite : EntityReaderSuite<IPartnerReader, Partner>
{
    protected override IRailWorld NewWorld() => new RakutenWorld();

    protected override string KeyOf(Partner record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => [.. RakutenWorld.Pack.Truth.Keys.Publishers];
}

[ForRail("rakuten")]
public sealed class RakutenPartnerGroupReaderSuite : EntityReaderSuite<IPartnerGroupReader, PartnerGroup>
{
    protected override bool SeveralPages => false;

    protected override IRailWorld NewWorld() => new RakutenWorld();

    protected override string KeyOf(PartnerGroup record) => record.Name;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) =>
        [.. RakutenWorld.Pack.Truth.Publishers.Select(publisher => publisher.Group).OfType<string>().Distinct()];
}

[ForRail("rakuten")]
public sealed class RakutenContractReaderSuite : EntityReaderSuite<IContractReader, Contract>
{
    protected override IRailWorld NewWorld() => new RakutenWorld();

    protected override string KeyOf(Contract record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => [.. RakutenWorld.Pack.Truth.Keys.Contracts];
}

[ForRail("rakuten")]
public sealed class RakutenTrackingLinkReaderSuite : EntityReaderSuite<ITrackingLinkReader, TrackingLink>
{
    protected override IRailWorld NewWorld() => new RakutenWorld();

    protected override string KeyOf(TrackingLink record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => [.. RakutenWorld.Pack.Truth.Keys.Links];
}

[ForRail("rakuten")]
public sealed class RakutenPromoCodeReaderSuite : EntityReaderSuite<IPromoCodeReader, PromoCode>
{
    protected override IRailWorld NewWorld() => new RakutenWorld();

    protected override string KeyOf(PromoCode record) => $"{record.Code}:{record.Owner}";

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => [.. RakutenWorld.Pack.Truth.Keys.Codes];
}

[ForRail("rakuten")]
public sealed class RakutenConversionReaderSuite : EntityReaderSuite<IConversionReader, Conversion>
{
    protected override IRailWorld NewWorld() => new RakutenWorld();

    protected override string KeyOf(Conversion record) => FormattableString.Invariant($"{record.OrderId} {record.Amount!.Value.Amount:0.00}");

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) =>
        [.. RakutenWorld.Pack.ReportRows.Where(row => row.OrderId is not null).Select(row => FormattableString.Invariant($"{row.OrderId} {row.Sales:0.00}"))];
}

[ForRail("rakuten")]
public sealed class RakutenProgramReaderSuite : ProgramReaderSuite
{
    protected override IRailWorld NewWorld() => new RakutenWorld();

    protected override (string Id, string AccountId, string Name, ProgramStatus Status) Expected(IRailWorld world) =>
        (RakutenWorld.Pack.Options.Mid, RakutenWorld.Pack.Options.Mid, "Acme Shop", ProgramStatus.Active);
}

[ForRail("rakuten")]
public sealed class RakutenConnectionCheckSuite : ConnectionCheckSuite
{
    protected override IRailWorld NewWorld() => new RakutenWorld();

    protected override IRailWorld BrokenWorld() => new RakutenWorld { Changes = new Dictionary<string, string> { ["exportFolder"] = "nowhere" } };
}

[ForRail("rakuten")]
public sealed class RakutenErrorMeaningSuite : ErrorMeaningSuite
{
    protected override IRail Open(HttpMessageHandler network, TimeProvider time) => new RailConnection
    {
        Settings = new Dictionary<string, string>
        {
            ["exportFolder"] = "nowhere",
            ["advertiserId"] = "38207",
            ["currency"] = "USD",
            ["clientId"] = "env:ID",
            ["clientSecret"] = "env:SECRET",
            ["publisherSid"] = "1999998",
        },
        Secrets = new Dictionary<string, string> { ["ID"] = "house-client", ["SECRET"] = "house-secret" },
        Time = time,
        Network = () => new TokenGiver(network),
    }.Open(new RakutenRailModule(), ClosedWriteGate.Instance);

    protected override async Task ReadAsync(IRail rail)
    {
        await foreach (var page in rail.Port<IContractReader>()!.ReadAsync(ReadScope.All, CancellationToken.None))
        {
            page.Rows.Balanced.Should().BeTrue();
        }
    }

    protected override Func<WriteContext, Task>? Write(IRail rail) => null;

    protected override string Body(int status) => status == 403
        ? """{"fault":{"code":900908,"message":"Resource forbidden","description":"User is NOT authorized to consume the service."}}"""
        : """{"message":"No.","error":"REQUEST_PARAM_INVALID"}""";

    /// <summary>Tokens are always to be had; every other call goes to the network of the test.</summary>
    private sealed class TokenGiver(HttpMessageHandler network) : DelegatingHandler(network)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.AbsolutePath == "/token"
                ? Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.OK)
                {
                    RequestMessage = request,
                    Content = new StringContent("""{"access_token":"t","expires_in":3600}""", System.Text.Encoding.UTF8, "application/json"),
                })
                : base.SendAsync(request, cancellationToken);
    }
}
