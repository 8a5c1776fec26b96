using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Tests.Tables;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1234.5", "1234.5")]
    [InlineData("-1,234,567.89", "-1234567.89")]
    [InlineData("(12.50)", "-12.50")]
    [InlineData("12.50-", "-12.50")]
    [InlineData("\u22127.25", "-7.25")]
    [InlineData("$1,234.00", "1234.00")]
    [InlineData("7.5 %", "7.5")]
    [InlineData("1,234", "1234")]
    [InlineData("0", "0")]
    public void Numbers_with_a_decimal_point_are_read(string text, string expected)
    {
        NumberText.TryParse(text, NumberStyle.Point, out var number).Should().BeTrue();

        number.Should().Be(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1\u00a0234,56", "1234.56")]
    [InlineData("1\u202f234\u202f567,8", "1234567.8")]
    [InlineData("1 234,56", "1234.56")]
    [InlineData("1'234,56", "1234.56")]
    [InlineData("-12,5 €", "-12.5")]
    [InlineData("0,125", "0.125")]
    public void Numbers_with_a_decimal_comma_are_read(string text, string expected)
    {
        NumberText.TryParse(text, NumberStyle.Comma, out var number).Should().BeTrue();

        number.Should().Be(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("12,34.56")]
    [InlineData("1.2.3")]
    [InlineData("twelve")]
    [InlineData("12X")]
    [InlineData("1,2345")]
    [InlineData("--5")]
    [InlineData("5.")]
    [InlineData("")]
    [InlineData("4711000000000000")]
    [InlineData("1 23,4")]
    public void What_is_no_number_is_refused(string text) =>
        NumberText.TryParse(text, NumberStyle.Point, out _).Should().BeFalse();

    [Theory]
    [InlineData("1,234.56", NumberStyle.Point)]
    [InlineData("0.125", NumberStyle.Point)]
    [InlineData("12.5", NumberStyle.Point)]
    [InlineData("1,234,567", NumberStyle.Point)]
    [InlineData("1.234,56", NumberStyle.Comma)]
    [InlineData("12,5", NumberStyle.Comma)]
    [InlineData("1.234.567", NumberStyle.Comma)]
    internal void A_number_that_fits_one_form_alone_proves_it(string text, NumberStyle expected)
    {
        NumberText.Evidence(text, out var ambiguous).Should().Be(expected);

        ambiguous.Should().BeFalse();
    }

    [Theory]
    [InlineData("1,234", true)]
    [InlineData("12.345", true)]
    [InlineData("1234", false)]
    [InlineData("1 234", false)]
    [InlineData("n/a", false)]
    public void A_number_that_fits_both_forms_with_two_values_is_ambiguous(string text, bool expected)
    {
        NumberText.Evidence(text, out var ambiguous).Should().BeNull();

        ambiguous.Should().Be(expected);
    }
}
