using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

/// <summary>The error bodies of the rail sheet, section 9.</summary>
public sealed class ImpactErrorTests : IDisposable
{
    private const string Program = ScriptedImpact.Prefix + "/Campaigns/1000";
    private readonly ScriptedImpact network = new();

    public void Dispose() => network.Dispose();

    [Theory]
    [InlineData("""{"Status":"ERROR","Message":"Bad request","Errors":[{"Field":"Code","Message":"is taken"},{"Field":"Type","Message":"is unknown"}]}""")]
    [InlineData("""{"Status":"ERROR","Message":"Bad request","errors":[{"field":"Code","level":"ERROR","message":"is taken"},{"field":"Type","message":"is unknown"}]}""")]
    [InlineData("""{"Status":"ERROR","Message":"Bad request","Errors":{"Error":[{"Field":"Code","Message":"is taken"},{"Field":"Type","Message":"is unknown"}]}}""")]
    [InlineData("""<?xml version="1.0"?><ImpactRadiusResponse><Status>ERROR</Status><Message>Bad request</Message><Errors><Error><Field>Code</Field><Message>is taken</Message></Error><Error><Field>Type</Field><Message>is unknown</Message></Error></Errors></ImpactRadiusResponse>""")]
    public void Field_errors_come_out_of_every_body(string body)
    {
        var error = Fails(body, 400).Should().BeOfType<RailRejectedException>().Subject;

        error.RailMessage.Should().Be("Bad request");
        error.FieldErrors.Should().Contain([new("Code", "is taken"), new("Type", "is unknown")]);
    }

    [Fact]
    public void The_gateway_body_keeps_its_words()
    {
        var error = Fails("""{"timestamp":1700000000000,"status":404,"error":"Not Found","message":"No program"}""", 404);

        error.Should().BeOfType<RailNotFoundException>().Which.Should().Match<RailException>(one => one.RailCode == "Not Found" && one.RailMessage == "No program");
    }

    [Theory]
    [InlineData(402, RailErrorKind.Rejected)]
    [InlineData(403, RailErrorKind.Authentication)]
    [InlineData(409, RailErrorKind.Conflict)]
    public void Statuses_have_their_own_meaning(int status, RailErrorKind kind) => Fails("""{"Status":"ERROR","Message":"No"}""", status).Kind.Should().Be(kind);

    [Fact]
    public void A_403_without_words_speaks_of_the_scope() => Fails("", 403).Message.Should().Contain("scope");

    [Fact]
    public void A_403_on_a_link_is_about_the_link_and_not_about_the_token()
    {
        network.On(ScriptedImpact.Prefix + "/Programs/1000/TrackingLinks", """{"timestamp":1700000000000,"status":403,"error":"Forbidden","message":"The vanity link limit is reached"}""", 403);
        RailException? error = null;

        network.Run(async rail =>
        {
            var context = await rail.ContextAsync();
            var write = () => rail.Port<ITrackingLinkWriter>()!.CreateAsync(new() { Partner = TargetRef.Known("5"), Kind = LinkKind.Vanity }, context, CancellationToken.None);
            error = (await write.Should().ThrowAsync<RailException>()).Which;
        });

        error.Should().BeOfType<RailRejectedException>().Which.RailMessage.Should().Be("The vanity link limit is reached");
    }

    [Fact]
    public void Neither_the_token_nor_what_a_person_typed_reaches_the_message()
    {
        var error = Fails("""{"Status":"ERROR","Message":"Token read-token-of-acme of ingrid@fjord.example is bad","Errors":[{"Field":"EmailAddress","Message":"ingrid@fjord.example exists"}]}""", 400);

        error.ToString().Should().NotContain("read-token-of-acme").And.NotContain("ingrid");
    }

    [Fact]
    public void A_refused_read_is_tried_again_and_succeeds()
    {
        network.On(Program, number => number < 3 ? (number == 1 ? 503 : 520, "<html>") : (200, """{"Id":"1000","State":"ACTIVE"}"""));

        network.Run(rail => rail.Port<IProgramReader>()!.ReadProgramAsync(CancellationToken.None));

        network.Requests.Should().HaveCount(3);
    }

    [Fact]
    public void A_program_with_another_id_is_refused()
    {
        network.On(Program, """{"Id":"2000","State":"ACTIVE"}""");

        Fails(null, 200).Should().BeOfType<RailContractException>();
    }

    private RailException Fails(string? body, int status)
    {
        if (body is not null)
        {
            network.On(Program, body, status);
        }

        RailException? error = null;
        network.Run(async rail =>
        {
            var read = () => rail.Port<IProgramReader>()!.ReadProgramAsync(CancellationToken.None);
            error = (await read.Should().ThrowAsync<RailException>()).Which;
        });
        return error!;
    }
}
