using Bridge.Rails.Abstractions.Errors;

namespace Bridge.Rails.Abstractions.Tests.Errors;

public sealed class RailExceptionTests
{
    private static readonly RailErrorContext Context = new() { Rail = "impact", Connection = "acme-impact", Operation = "partners.create", Status = 400 };

    [Fact]
    public void The_message_names_place_meaning_status_code_and_words_of_the_rail()
    {
        var error = new RailRejectedException(Context with { RailCode = "INVALID", RailMessage = "The request is wrong" }, [new("Email", "must not be blank")]);

        error.Message.Should().Be("impact (acme-impact), partners.create: the rail refuses the content of the request. Fields: Email: must not be blank. HTTP 400. Code INVALID. The rail says: The request is wrong");
        error.FieldErrors.Should().Equal(new RailFieldError("Email", "must not be blank"));
    }

    [Theory]
    [InlineData("E-mail jane.doe@example.com is taken", "E-mail *** is taken")]
    [InlineData("Partner 'Jane Doe' exists", "Partner '***' exists")]
    [InlineData("'redirect_url' must be a URL", "'redirect_url' must be a URL")]
    [InlineData("partner's name isn't valid", "partner's name isn't valid")]
    [InlineData("call +493012345678 now", "call *** now")]
    [InlineData("bad token eyJhbGciOiJIUzI1NiJ9abc", "bad token ***")]
    [InlineData("see https://api.example/x?token=abc", "see https://api.example/***")]
    [InlineData("line one\r\nline two\tand\u0000more", "line one line two and more")]
    [InlineData("template 99999 of campaign 123456 not found", "template 99999 of campaign 123456 not found")]
    public void The_rails_words_are_cleaned(string said, string kept)
    {
        new RailNotFoundException(Context with { RailMessage = said }).RailMessage.Should().Be(kept);
    }

    [Fact]
    public void Long_words_of_the_rail_are_cut()
    {
        var error = new RailNotFoundException(Context with { RailMessage = string.Concat(Enumerable.Repeat("word ", 100_000)) });

        error.RailMessage!.Length.Should().Be(300);
    }

    [Theory]
    [InlineData(302, RailErrorKind.Contract)]
    [InlineData(400, RailErrorKind.Rejected)]
    [InlineData(401, RailErrorKind.Authentication)]
    [InlineData(403, RailErrorKind.Authentication)]
    [InlineData(404, RailErrorKind.NotFound)]
    [InlineData(408, RailErrorKind.Unavailable)]
    [InlineData(409, RailErrorKind.Conflict)]
    [InlineData(410, RailErrorKind.NotFound)]
    [InlineData(422, RailErrorKind.Rejected)]
    [InlineData(429, RailErrorKind.RateLimited)]
    [InlineData(520, RailErrorKind.Unavailable)]
    public void Every_status_has_a_default_meaning(int status, RailErrorKind kind)
    {
        var response = new RailErrorResponse { Context = Context with { Status = status }, IsWrite = false };

        response.ByStatus().Kind.Should().Be(kind);
    }

    [Fact]
    public void An_error_body_that_is_not_json_is_null_and_a_sloppy_one_is_read()
    {
        Body("<html>").Json().Should().BeNull();
        Body("").Json().Should().BeNull();
        Body("{\"message\":\"no\",}").Json()!.Value.GetProperty("message").GetString().Should().Be("no");

        static RailErrorResponse Body(string text) => new() { Context = Context, IsWrite = false, Body = System.Text.Encoding.UTF8.GetBytes(text) };
    }
}
