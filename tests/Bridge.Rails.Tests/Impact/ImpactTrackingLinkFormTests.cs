using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Impact;

namespace Bridge.Rails.Tests.Impact;

public sealed class ImpactTrackingLinkFormTests
{
    [Theory]
    [InlineData("https://acme.pxf.io/c/2200011/99001/11000", "2200011", "11000")]
    [InlineData("https://acme.pxf.io/c/2200011/99001/11000?u=https%3A%2F%2Fshop.example%2Fc%2F1&subId1=x", "2200011", "11000")]
    public void A_regular_link_names_partner_and_program(string url, string partner, string program) =>
        new ImpactTrackingLinkForm().Read(new Uri(url)).Should().Be(new TrackingLinkFacts(partner, program));

    [Fact]
    public void A_link_is_computed_by_the_form_that_another_one_proved()
    {
        var form = new ImpactTrackingLinkForm();

        form.Compute("https://acme.pxf.io/c/1/99001/11000?u=https%3A%2F%2Fshop.example%2F&subId1=a%26b", Deep("1", "https://shop.example/", new SubId("subId1", "a&b")), Deep("2", "https://shop.example/x?y=z", new SubId("subId2", "é")))
            .Should().Be("https://acme.pxf.io/c/2/99001/11000?u=https%3A%2F%2Fshop.example%2Fx%3Fy%3Dz&subId2=%C3%A9");
        form.Compute("https://acme.pxf.io/c/1/99001/11000", Regular("1"), Regular("2")).Should().Be("https://acme.pxf.io/c/2/99001/11000");
    }

    [Theory]
    [InlineData("https://acme.pxf.io/c/1/99001/11000")]
    [InlineData("https://acme.pxf.io/c/1/99001/11000?u=https%3a%2f%2fshop.example%2f")]
    [InlineData("https://acme.pxf.io/c/7/99001/11000?u=https%3A%2F%2Fshop.example%2F")]
    [InlineData("https://acme.pxf.io/c/1/99001/11000?u=https%3A%2F%2Fshop.example%2F&x=1")]
    [InlineData("http://acme.pxf.io/c/1/99001/11000?u=https%3A%2F%2Fshop.example%2F")]
    [InlineData("https://acme.pxf.io/deep/abc")]
    public void A_proof_that_differs_from_the_form_proves_nothing(string proof) =>
        new ImpactTrackingLinkForm().Compute(proof, Deep("1", "https://shop.example/"), Deep("2", "https://shop.example/x")).Should().BeNull();

    [Fact]
    public void A_link_to_the_default_page_proves_nothing_about_deep_links_or_paths()
    {
        var form = new ImpactTrackingLinkForm();

        form.Compute("https://acme.pxf.io/c/1/99001/11000", Regular("1"), Deep("2", "https://shop.example/x")).Should().BeNull();
        form.Compute("https://acme.pxf.io/c/1/99001/11000", Regular("1"), Regular("2") with { Kind = LinkKind.Vanity, VanityPath = "x" }).Should().BeNull();
    }

    [Theory]
    [InlineData("https://acme.pxf.io/summer-sale")]
    [InlineData("https://acme.pxf.io/c/2200011/99001")]
    [InlineData("https://acme.pxf.io/c/2200011/banner/11000")]
    [InlineData("https://acme.pxf.io/")]
    public void Any_other_path_says_nothing(string url) => new ImpactTrackingLinkForm().Read(new Uri(url)).Should().BeNull();

    private static TrackingLinkDraft Regular(string partner) => new() { Partner = TargetRef.Known(partner), Kind = LinkKind.Regular };

    private static TrackingLinkDraft Deep(string partner, string destination, params SubId[] subIds) =>
        new() { Partner = TargetRef.Known(partner), Kind = LinkKind.Deep, Destination = destination, SubIds = [.. subIds] };
}
