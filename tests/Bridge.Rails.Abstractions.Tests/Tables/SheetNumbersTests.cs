using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Tests.Tables;

public sealed class SheetNumbersTests
{
    [Theory]
    [InlineData("7.4999999999999997E-2", "0.075")]
    [InlineData("0.10000000000000001", "0.1")]
    [InlineData("1234.5599999999999", "1234.56")]
    [InlineData("100", "100")]
    [InlineData("2000001", "2000001")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("1.0E-3", "0.001")]
    [InlineData("-3.3000000000000002E-4", "-0.00033")]
    [InlineData("1E+3", "1000")]
    [InlineData("0", "0")]
    public void A_stored_number_is_the_one_that_was_typed(string stored, string expected)
    {
        SheetNumbers.TryRead(stored, out var number).Should().BeTrue();

        SheetNumbers.Write(number).Should().Be(expected);
    }

    [Theory]
    [InlineData("46203", false, "2026-06-30")]
    [InlineData("44741", true, "2026-06-30")]
    [InlineData("46203.604166666664", false, "2026-06-30 14:30:00")]
    [InlineData("46203.999988425923", false, "2026-06-30 23:59:59")]
    [InlineData("0.5", false, null)]
    [InlineData("9999999", false, null)]
    public void A_serial_day_is_a_day(string serial, bool from1904, string? expected) =>
        SheetNumbers.Date(decimal.Parse(serial, System.Globalization.CultureInfo.InvariantCulture), from1904).Should().Be(expected);

    [Theory]
    [InlineData("dd/mm/yyyy", "Date")]
    [InlineData("[$-40C]d\\ mmmm\\ yyyy", "Date")]
    [InlineData("0.00%", "Percent")]
    [InlineData("#,##0.00\\ \"days\"", "Plain")]
    [InlineData("[Red]0.00", "Plain")]
    [InlineData("General", "Plain")]
    public void A_format_says_what_the_number_is(string code, string expected) => SheetFormats.Kind(code).ToString().Should().Be(expected);
}
