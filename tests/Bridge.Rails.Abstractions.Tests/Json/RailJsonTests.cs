using System.Text.Json;
using Bridge.Rails.Abstractions.Json;

namespace Bridge.Rails.Abstractions.Tests.Json;

public sealed class RailJsonTests
{
    [Fact]
    public void Ids_keep_their_leading_zeros_and_numbers_their_digits()
    {
        var json = Parse("""{"VersionId":"000006","Offer":24.10,"Big":12345678901234567890,"On":true,"Empty":"","Null":null}""");

        json.Text("VersionId").Should().Be("000006");
        json.Text("Offer").Should().Be("24.10");
        json.Text("Big").Should().Be("12345678901234567890");
        json.Text("On").Should().Be("true");
        json.Text("Empty").Should().BeNull();
        json.Text("Null").Should().BeNull();
        json.Text("Absent").Should().BeNull();
    }

    [Fact]
    public void A_renamed_member_is_found_under_either_name()
    {
        Parse("""{"MediaPartners":[1]}""").Items("Partners", "MediaPartners").Should().ContainSingle();
        Parse("""{"Partners":[1,2]}""").Items("Partners", "MediaPartners").Should().HaveCount(2);
        Parse("""{"Partners":"","MediaPartners":[1]}""").Items("Partners", "MediaPartners").Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{"X":[{"a":1},{"a":2}]}""", 2)]
    [InlineData("""{"X":{"a":1}}""", 1)]
    [InlineData("""{"X":""}""", 0)]
    [InlineData("""{"X":null}""", 0)]
    [InlineData("""{"X":[]}""", 0)]
    [InlineData("{}", 0)]
    [InlineData("null", 0)]
    [InlineData("[]", 0)]
    public void A_list_may_come_as_one_object_or_as_nothing(string json, int count)
    {
        Parse(json).Items("X").Should().HaveCount(count);
    }

    [Theory]
    [InlineData("\"15.00\"", "15.00")]
    [InlineData("15.5", "15.5")]
    [InlineData("\"-0.075\"", "-0.075")]
    [InlineData("\" 7 \"", "7")]
    [InlineData("1e2", "100")]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void Decimals_come_as_numbers_or_texts(string json, string? expected)
    {
        var number = Parse($$"""{"Payout":{{json}}}""").Number("Payout");

        number?.ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be(expected);
        number.HasValue.Should().Be(expected is not null);
    }

    [Theory]
    [InlineData("\"1,5\"")]
    [InlineData("\"1,234.56\"")]
    [InlineData("\"abc\"")]
    [InlineData("{}")]
    public void An_unreadable_number_names_the_field_and_not_the_value(string json)
    {
        var act = () => Parse($$"""{"Payout":{{json}}}""").Number("Payout");

        var error = act.Should().Throw<RailFieldException>().Which;
        error.Field.Should().Be("Payout");
        error.Message.Should().NotContain("1,").And.NotContain("abc");
    }

    [Fact]
    public void Whole_numbers_and_flags_are_read_in_every_form()
    {
        var json = Parse("""{"A":"0012","B":12.0,"C":"12.5","Y":"Y","N":"n","One":1,"T":true,"W":"maybe"}""");

        json.Whole("A").Should().Be(12);
        json.Whole("B").Should().Be(12);
        json.Invoking(element => element.Whole("C")).Should().Throw<RailFieldException>();
        json.Flag("Y").Should().BeTrue();
        json.Flag("N").Should().BeFalse();
        json.Flag("One").Should().BeTrue();
        json.Flag("T").Should().BeTrue();
        json.Flag("Absent").Should().BeNull();
        json.Invoking(element => element.Flag("W")).Should().Throw<RailFieldException>();
    }

    [Theory]
    [InlineData("2026-06-01T10:20:30+02:00", "2026-06-01T10:20:30+02:00", false)]
    [InlineData("2026-06-01T10:20:30-0700", "2026-06-01T10:20:30-07:00", false)]
    [InlineData("2026-06-01T10:20:30Z", "2026-06-01T10:20:30+00:00", false)]
    [InlineData("2026-06-01T10:20:30.125Z", "2026-06-01T10:20:30.125+00:00", false)]
    [InlineData("2026-06-01 10:20:30", "2026-06-01T10:20:30+01:00", true)]
    [InlineData("2026-06-01T10:20:30", "2026-06-01T10:20:30+01:00", true)]
    [InlineData("2026-06-01", "2026-06-01T00:00:00+01:00", true)]
    [InlineData("Wed Apr 15 2020 21:20:27 GMT+0000 (UTC)", "2020-04-15T21:20:27+00:00", false)]
    [InlineData("Feb 21, 2018", "2018-02-21T00:00:00+01:00", true)]
    [InlineData("Wed, 15 Apr 2020 21:20:27 GMT", "2020-04-15T21:20:27+00:00", false)]
    [InlineData("1487332519", "2017-02-17T11:55:19+00:00", false)]
    [InlineData("1487332519123", "2017-02-17T11:55:19.123+00:00", false)]
    public void Instants_keep_the_rails_offset_and_say_when_it_was_assumed(string text, string expected, bool assumed)
    {
        var instant = Parse($$"""{"At":"{{text}}"}""").Instant(TimeSpan.FromHours(1), "At");

        instant!.Value.Value.Should().BeExactly(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        instant.Value.OffsetAssumed.Should().Be(assumed);
    }

    [Theory]
    [InlineData("31/12/2026")]
    [InlineData("yesterday")]
    [InlineData("2026-13-01")]
    [InlineData("20261301")]
    public void An_ambiguous_or_impossible_date_is_refused(string text)
    {
        Parse($$"""{"At":"{{text}}"}""").Invoking(json => json.Instant(TimeSpan.Zero, "At")).Should().Throw<RailFieldException>();
    }

    [Fact]
    public void A_required_text_that_is_missing_is_named()
    {
        Parse("""{"Id":""}""").Invoking(json => json.RequiredText("Id")).Should().Throw<RailFieldException>().WithMessage("field 'Id' is missing or empty");
    }

    [Fact]
    public void Wire_records_read_the_same_forms_through_a_generated_context()
    {
        const string Sloppy = """{"id":"000006","payout":"15.00","count":"3","active":"Y","at":"2026-06-01 10:20:30","groups":{"id":7},"tags":"","note":"","extra":{"kept":1}}""";

        var record = JsonSerializer.Deserialize(Sloppy, WireJson.Default.WireThing)!;

        record.Id.Should().Be("000006");
        record.Payout.Should().Be(15.00m);
        record.Count.Should().Be(3);
        record.Active.Should().BeTrue();
        record.At.Should().Be(new RailInstant(new DateTimeOffset(2026, 6, 1, 10, 20, 30, TimeSpan.Zero), OffsetAssumed: true));
        record.Groups.Should().ContainSingle().Which.Id.Should().Be("7");
        record.Tags.Should().BeEmpty();
        record.Note.Should().BeNull();
        record.Unknown.Should().ContainKey("extra");
    }

    [Fact]
    public void Wire_records_refuse_what_cannot_be_read_with_its_path_and_without_its_value()
    {
        var act = () => JsonSerializer.Deserialize("""{"id":"1","payout":"secret"}""", WireJson.Default.WireThing);

        var error = act.Should().Throw<JsonException>().Which;
        error.Path.Should().Be("$.payout");
        error.Message.Should().NotContain("secret");
    }

    [Fact]
    public void Wire_records_write_what_they_read()
    {
        var record = new WireThing { Id = "01", Payout = 1.50m, Count = 2, Active = false, Groups = [new WireThing { Id = "2" }] };

        var again = JsonSerializer.Deserialize(JsonSerializer.Serialize(record, WireJson.Default.WireThing), WireJson.Default.WireThing)!;

        again.Should().BeEquivalentTo(record, options => options.Excluding(thing => thing.Unknown).Excluding(member => member.Path.EndsWith("Unknown")));
    }

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
