using System.Text.Json;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactTrackingLinkWriterSuite : TrackingLinkWriterSuite
{
    protected override IRailWorld NewWorld() => new TwinWorld();

    protected override TrackingLinkDraft Draft(IRailWorld world) => new()
    {
        Partner = TargetRef.Known($"{((TwinWorld)world).Brand.Relationships[0].PartnerId}"),
        Kind = LinkKind.Deep,
        Destination = "https://www.acme.example/shoes?size=42&color=r%C3%B8d",
        SubIds = [new SubId("subId1", "newsletter 7/7"), new SubId("sharedId", "a&b=c")],
    };

    protected override (string? Destination, string Partner) Known(IRailWorld world, string urlWithoutSubIds)
    {
        using var state = JsonDocument.Parse(((TwinWorld)world).Rail.State());
        var link = state.RootElement.GetProperty("links").EnumerateArray().Last(one => one.GetProperty("url").GetString() == urlWithoutSubIds);
        return (link.GetProperty("deepLink").GetString(), link.GetProperty("partnerId").GetString()!);
    }
}
