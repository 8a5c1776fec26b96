using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Mapping;
using Bridge.Engine.Verifying;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Tests.Verifying;

public sealed class LinkReceiptsTests
{
    private static readonly string Host = Given.Program.TrackingHost ?? "go.acme.example";

    [Theory]
    [InlineData("https://{0}/c/T11/1/{1}", null)]
    [InlineData("https://{0}/summer", null)]
    [InlineData("http://{0}/c/T11/1/{1}", "is no https address")]
    [InlineData("summer", "is no https address")]
    [InlineData("https://other.example/c/T11/1/{1}", "its host is not")]
    [InlineData("https://{0}/c/T11/1/999", "belongs to program 999")]
    [InlineData("https://{0}/c/T12/1/{1}", "credits account T12; its partner '11' is account T11")]
    public async Task A_receipt_is_probed_by_what_its_address_says(string address, string? problem)
    {
        var program = Given.Program with { TrackingHost = Host };
        var receipts = new LinkReceipts(program, new SlashForm(), (partner, _) => Task.FromResult<string?>(partner == "11" ? "T11" : null));
        var url = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, Host, program.Id.Value);
        var line = new OutcomeLine { Entity = EntityKind.TrackingLink, Source = "L11", Partner = "11", Outcome = Outcome.Unchanged, TargetId = url };

        var found = await receipts.ProblemAsync(line, default);

        if (problem is null)
        {
            found.Should().BeNull();
        }
        else
        {
            found.Should().Contain("link 'L11'").And.Contain(problem);
        }
    }

    private sealed class SlashForm : ITrackingLinkForm
    {
        public TrackingLinkFacts? Read(Uri url) =>
            url.AbsolutePath.Split('/') is ["", "c", var partner, _, var program] ? new TrackingLinkFacts(partner, program) : null;

        public string? Compute(string proof, TrackingLinkDraft proved, TrackingLinkDraft wanted) => null;
    }
}
