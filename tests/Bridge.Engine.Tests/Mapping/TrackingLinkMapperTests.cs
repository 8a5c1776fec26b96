using Bridge.Engine.Mapping;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Planning;
using Bridge.Model.Findings;
using Bridge.Model.Links;

namespace Bridge.Engine.Tests.Mapping;

public sealed class TrackingLinkMapperTests
{
    [Fact]
    public void A_deep_link_keeps_its_destination_and_renames_its_sub_id()
    {
        var mapped = Given.Mapping().MapLink(Given.Link(subIds: [new SubId("u1", "a&b=c/日本"), new SubId("subid", "0")]));

        mapped.Exclusion.Should().BeNull();
        mapped.Losses.Should().BeEmpty();
        mapped.Findings.Should().BeEmpty();
        mapped.Why.Should().Be("links.kinds: Deep becomes Deep");
        mapped.Value.Should().Be(new DesiredLink
        {
            Kind = LinkKind.Deep,
            Destination = "https://www.acme.example/shoes?a=1",
            SubIds = [new SubId("subId1", "a&b=c/日本")],
        });
    }

    [Fact]
    public void Macros_of_the_source_become_those_of_the_target_wherever_they_stand()
    {
        var mapping = Given.Mapping(("  macros: {}", """  macros: {"%%u1%%": "{subId1}", "%%u1%%x": "{longer}", "{subId1}": never, "[click]": "{clickid}"}"""));

        var link = mapping.MapLink(Given.Link(destination: "https://www.acme.example/go?c=[click]&d=%%u1", subIds: [new SubId("u1", "a-%%u1%%-%%u1%%x-%%U1%%")])).Value!;

        link.SubIds.Should().Equal(new SubId("subId1", "a-{subId1}-{longer}-%%U1%%"));
        link.Destination.Should().Be("https://www.acme.example/go?c={clickid}&d=%%u1");
    }

    [Fact]
    public void A_link_that_nobody_knows_waits_for_a_person_and_one_with_a_known_destination_moves()
    {
        var unknown = Given.Link(destination: null) with { TrackingUrl = null, Evidence = LinkEvidence.Unknown };

        Given.Mapping().MapLink(unknown).Exclusion.Should().Match<Exclusion>(exclusion => exclusion.Outcome == Outcome.Manual && exclusion.Reason == "LinkUrlUnknown");
        Given.Mapping().MapLink(unknown with { Destination = "https://www.acme.example/" }).Value!.Kind.Should().Be(LinkKind.Deep);
    }

    [Theory]
    [InlineData(LinkKind.Text, Fidelity.Equivalent)]
    [InlineData(LinkKind.Banner, Fidelity.Degraded)]
    public void A_creative_moves_as_a_link_to_its_landing_page(LinkKind kind, Fidelity fidelity)
    {
        var mapped = Given.Mapping().MapLink(Given.Link(kind, subIds: [new SubId("subid", "LSNSUBSITE"), new SubId("u1", "x"), new SubId("subid", "site7")]));

        mapped.Value!.Kind.Should().Be(LinkKind.Deep);
        mapped.Value.SubIds.Should().Equal(new SubId("subId1", "x"), new SubId("subId2", "site7"));
        mapped.Losses.Should().ContainSingle().Which.Should().Match<Loss>(loss => loss.Code == LossCodes.CreativeReplaced && loss.Fidelity == fidelity);
    }

    [Fact]
    public void A_vanity_link_keeps_its_path()
    {
        var mapped = Given.Mapping().MapLink(Given.Link(LinkKind.Vanity, null) with { VanityPath = "fjord-2027" });

        mapped.Value.Should().Be(new DesiredLink { Kind = LinkKind.Vanity, VanityPath = "fjord-2027" });
    }

    [Fact]
    public void A_vanity_link_with_an_impossible_path_is_blocked() =>
        Given.Mapping().MapLink(Given.Link(LinkKind.Vanity, null) with { VanityPath = "a/b c" }).Exclusion!.Reason.Should().Be("VanityPathAllowed");

    [Theory]
    [InlineData("https://www.acme.example/go?next=https%3A%2F%2Fwww.acme.example%2Fx%3Fsize%3DL%2526XL&lang=en#top", null)]
    [InlineData("https://www.acme.example/caf%C3%A9#reviews", null)]
    [InlineData("https%3A%2F%2Fwww.acme.example%2Fx%3Fa%3D1", "https://www.acme.example/x?a=1")]
    [InlineData("https%253A%252F%252Facme.example%252Fx", "https://acme.example/x")]
    [InlineData("www.acme.example/x", "https://www.acme.example/x")]
    [InlineData("//www.acme.example/x", "https://www.acme.example/x")]
    [InlineData("acme.example:8443/x", "https://acme.example:8443/x")]
    [InlineData("HTTPS://WWW.ACME.EXAMPLE/Case", "HTTPS://WWW.ACME.EXAMPLE/Case")]
    [InlineData("https://old.acme.example:444/x?y=old.acme.example", "https://new.acme.example:444/x?y=old.acme.example")]
    [InlineData("https://www.acme.example/x?a=1&ranMID=5&b=2&RANEAID=z#f", "https://www.acme.example/x?a=1&b=2#f")]
    [InlineData("https://www.acme.example/x?ranSiteID=1", "https://www.acme.example/x")]
    [InlineData("https://www.acme.example/x?next=/y?ranMID=1&&b", null)]
    public void Destinations_are_kept_to_the_letter_but_for_what_is_repaired(string source, string? expected)
    {
        var mapping = Given.Mapping(("hosts: {}  ", "hosts: {OLD.acme.example: new.acme.example}  "));

        var mapped = mapping.MapLink(Given.Link(destination: source));

        mapped.Value!.Destination.Should().Be(expected ?? source);
        mapped.Findings.Should().NotContain(finding => finding.Severity != Severity.Note);
        mapped.Findings.Count.Should().Be(source.StartsWith("http", StringComparison.OrdinalIgnoreCase) && source.Contains("://") ? 0 : 1);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://www.acme.example/x")]
    [InlineData("/relative/path")]
    [InlineData("https://user:secret@www.acme.example/")]
    [InlineData("https://www.acme.example/a b")]
    [InlineData("https:///x")]
    [InlineData("nothing")]
    [InlineData("https://www.acme.example\\@evil.example/")]
    public void What_is_no_web_address_is_blocked(string destination)
    {
        var mapped = Given.Mapping().MapLink(Given.Link(destination: destination));

        mapped.Value.Should().BeNull();
        mapped.Exclusion!.Reason.Should().BeOneOf("DestinationUnreadable", "LinkTargetsPermittedHost");
    }

    [Theory]
    [InlineData("https://landing.partner.example/x")]
    [InlineData("https://acme.example.evil.example/")]
    [InlineData("https://evilacme.example/")]
    [InlineData("https://outlet.example.com/")]
    public void A_host_that_the_target_does_not_permit_is_blocked_with_a_remedy(string destination)
    {
        var mapped = Given.Mapping().MapLink(Given.Link(destination: destination));

        mapped.Exclusion!.Reason.Should().Be("LinkTargetsPermittedHost");
        mapped.Findings.Should().ContainSingle(finding => finding.Code == "BRG-LINK-001" && finding.Remedy.Contains("links.hosts") && finding.Value == new Uri(destination).Host);
    }

    [Theory]
    [InlineData("defaultPage", LinkKind.Regular, null)]
    [InlineData("block", null, "DestinationMissing")]
    public void A_link_without_destination_follows_the_profile(string policy, LinkKind? kind, string? reason)
    {
        var mapped = Given.Mapping(("withoutDestination: defaultPage", "withoutDestination: " + policy)).MapLink(Given.Link(destination: null));

        mapped.Value?.Kind.Should().Be(kind);
        mapped.Exclusion?.Reason.Should().Be(reason);
        mapped.Losses.Select(loss => loss.Code).Should().Equal(kind is null ? [] : [LossCodes.DestinationUnknown]);
    }

    [Theory]
    [InlineData("block", "SubIdWithinLimit", 0, null)]
    [InlineData("truncate", null, 255, LossCodes.SubIdTruncated)]
    [InlineData("drop", null, 0, LossCodes.SubIdDropped)]
    public void A_sub_id_that_is_too_long_follows_the_profile(string policy, string? reason, int length, string? loss)
    {
        var mapped = Given.Mapping(("tooLong: block ", $"tooLong: {policy} ")).MapLink(Given.Link(subIds: new SubId("u1", new string('x', 300))));

        mapped.Exclusion?.Reason.Should().Be(reason);
        (mapped.Value?.SubIds.Sum(subId => subId.Value.Length) ?? 0).Should().Be(length);
        mapped.Losses.Select(one => one.Code).Should().Equal(loss is null ? [] : [loss]);
        mapped.Findings.Should().NotContain(finding => finding.Value != null);
    }

    [Fact]
    public void An_expired_link_is_skipped_with_the_reason() =>
        Given.Mapping().MapLink(Given.Link() with { Status = LinkStatus.Expired }).Exclusion.Should().Be(
            new Exclusion(Outcome.Skipped, "LinkExpired", "The link is Expired; scope.links.statuses names the states that move."));

    [Fact]
    public void A_kind_that_the_profile_does_not_name_is_skipped() =>
        Given.Mapping(("    vanity: vanity\n", "")).MapLink(Given.Link(LinkKind.Vanity)).Exclusion!.Reason.Should().Be("LinkKindOutOfScope");

    [Fact]
    public void A_sub_id_without_a_place_is_a_named_loss() =>
        Given.Mapping().MapLink(Given.Link(subIds: new SubId("afftrack", "x"))).Losses.Should().ContainSingle()
            .Which.Should().Match<Loss>(loss => loss.Code == LossCodes.SubIdDropped && loss.Path == "subIds.afftrack");
}
