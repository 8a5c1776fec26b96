using System.Net;
using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Abstractions.Tests.Pacing;

public sealed class RateSignalReaderTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string, double?> Dialects => new()
    {
        { "no hint", "", null },
        { "Retry-After in seconds", "Retry-After: 30", 30 },
        { "Retry-After as a date", "Retry-After: Mon, 04 Jan 2027 08:01:00 GMT", 61 },
        { "Retry-After with a fraction", "Retry-After: 1.5", 1.5 },
        { "Retry-After as a duration", "Retry-After: 1m30s", 90 },
        { "milliseconds", "retry-after-ms: 2500", 2.5 },
        { "Partnerize", "X-RateLimit-Limit: 100|X-RateLimit-Remaining: 0|X-RateLimit-Reset: 10|X-RateLimit-Retry-After: 45", 45 },
        { "impact, Reset in seconds", "X-RateLimit-Limit: 1000|X-RateLimit-Remaining: 0|X-RateLimit-Reset: 1800", 1800 },
        { "impact, Reset as an epoch", "X-RateLimit-Limit: 1000|X-RateLimit-Remaining: 0|X-RateLimit-Reset: 1799051399", 1800 },
        { "Reset as an epoch in milliseconds", "X-RateLimit-Reset: 1799049720000", 121 },
        { "impact, partner side", "X-RateLimit-Limit-hour: 1000|X-RateLimit-Remaining-hour: 0|RateLimit-Reset: 600|Retry-After: 20", 600 },
        { "IETF fields", "RateLimit-Limit: 45|RateLimit-Remaining: 0|RateLimit-Reset: 12", 12 },
        { "IETF combined", "RateLimit: limit=100, remaining=0, reset=30", 30 },
        { "IETF policy", "RateLimit-Policy: \"default\";q=100;w=60|RateLimit: \"default\";r=0;t=25", 25 },
        { "hyphenated names", "X-Rate-Limit-Limit: 60|X-Rate-Limit-Remaining: 0|X-Rate-Limit-Reset: 17", 17 },
        { "negative", "Retry-After: -5|X-RateLimit-Reset: -1", null },
        { "ten days", "Retry-After: 864000", 3600 },
        { "an epoch long past", "X-RateLimit-Reset: 1487332519", 0 },
        { "words", "Retry-After: soon", null },
        { "beyond any calendar", "X-RateLimit-Reset: 99999999999999999999", null },
    };

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Reads_the_wait_of_every_dialect(string dialect, string headers, double? seconds)
    {
        var signal = RateSignalReader.Read(Answer(headers), refused: true, Now);

        signal.Refused.Should().BeTrue();
        signal.Wait?.TotalSeconds.Should().Be(seconds, dialect);
        (signal.Wait is null).Should().Be(seconds is null, dialect);
    }

    [Fact]
    public void Tells_when_a_hint_was_cut_to_an_hour()
    {
        RateSignalReader.Read(Answer("Retry-After: 864000"), refused: true, Now).Capped.Should().BeTrue();
        RateSignalReader.Read(Answer("Retry-After: 30"), refused: true, Now).Capped.Should().BeFalse();
        RateSignalReader.Read(Answer("X-RateLimit-Reset: 80000"), refused: false, Now).Capped.Should().BeFalse("a daily window is no oddity");
    }

    [Fact]
    public void Reads_limit_remaining_and_window()
    {
        var hourly = RateSignalReader.Read(Answer("X-RateLimit-Limit-hour: 1000|X-RateLimit-Remaining-hour: 412"), refused: false, Now);
        var policy = RateSignalReader.Read(Answer("RateLimit-Policy: \"default\";q=100;w=60|RateLimit: \"default\";r=7;t=25"), refused: false, Now);
        var listed = RateSignalReader.Read(Answer("RateLimit-Limit: 45, 45;w=30|RateLimit-Remaining: 3"), refused: false, Now);

        hourly.Should().BeEquivalentTo(new { Limit = 1000, Remaining = 412, Window = TimeSpan.FromHours(1) });
        policy.Should().BeEquivalentTo(new { Limit = 100, Remaining = 7, Window = TimeSpan.FromMinutes(1), ResetAfter = TimeSpan.FromSeconds(25) });
        listed.Should().BeEquivalentTo(new { Limit = 45, Remaining = 3 });
    }

    [Fact]
    public void Measures_instants_by_the_clock_of_the_rail()
    {
        var answer = Answer("Retry-After: Mon, 04 Jan 2027 11:00:30 GMT");
        answer.Headers.Date = new DateTimeOffset(2027, 1, 4, 11, 0, 0, TimeSpan.Zero);

        RateSignalReader.Read(answer, refused: true, Now).Wait.Should().Be(TimeSpan.FromSeconds(31));
    }

    private static HttpResponseMessage Answer(string headers)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        foreach (var header in headers.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = header.IndexOf(':');
            answer.Headers.TryAddWithoutValidation(header[..colon], header[(colon + 1)..].Trim()).Should().BeTrue();
        }

        return answer;
    }
}
