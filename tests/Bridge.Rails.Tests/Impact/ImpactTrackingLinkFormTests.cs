using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Impact;

namespace Bridge.Rails.Tests.Impact;

public sealed class ImpactTrackingLinkFormTests
{
    [Theory]
    [InlineData("https://acme.pxf.io/c/2200011/99001/11000", "2200011", "11000")]
    [InlineData("https://acme.pxf.io/c/2200011/99001/11000?u=https%3A%2F%2Fshop.example%2Fc%2F1&subId1=x", "2200011", "11000")]
    public void A_regular_link_names_partner_and_program(string url, string partner, string program) =>
        new ImpactTrackingLinkForm().Read(new Uri(url)).Should().Be(new TrackingLinkFacts(partner, program));

    [Theory]
    [InlineData("https://acme.pxf.io/summer-sale")]
    [InlineData("https://acme.pxf.io/c/2200011/99001")]
    [InlineData("https://acme.pxf.io/c/2200011/banner/11000")]
    [InlineData("https://acme.pxf.io/")]
    public void Any_other_path_says_nothing(string url) => new ImpactTrackingLinkForm().Read(new Uri(url)).Should().BeNull();
}
