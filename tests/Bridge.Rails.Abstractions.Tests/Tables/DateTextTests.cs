using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Tests.Tables;

public sealed class DateTextTests
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(2);
    private static readonly TimeZoneInfo Zone = TableForms.FixedZone(Offset);

    [Theory]
    [InlineData("2026-06-30", null)]
    [InlineData("30.06.2026", null)]
    [InlineData("30.6.26", null)]
    [InlineData("6/30/26", DateOrder.MonthFirst)]
    [InlineData("6/30/2026", DateOrder.MonthFirst)]
    [InlineData("30/6/2026", DateOrder.DayFirst)]
    [InlineData("30-06-2026", DateOrder.DayFirst)]
    [InlineData("26/06/30", DateOrder.YearFirst)]
    [InlineData("2026/6/30", DateOrder.MonthFirst)]
    [InlineData("Jun 30, 2026", null)]
    [InlineData("30 Jun 2026", null)]
    [InlineData("30 juin 2026", null)]
    [InlineData("30. Juni 2026", null)]
    [InlineData("30-Jun-26", null)]
    [InlineData("30 de junio 2026", null)]
    [InlineData("June 30, 2026", null)]
    internal void Every_form_gives_the_same_day_at_the_connections_offset(string text, DateOrder? order)
    {
        DateText.TryParse(text, order, Zone, out var instant, out var wholeDay).Should().BeTrue();

        instant.Should().Be(new DateTimeOffset(2026, 6, 30, 0, 0, 0, Offset));
        wholeDay.Should().BeTrue();
    }

    [Theory]
    [InlineData("2026-06-30T13:45:00Z", 15, 45)]
    [InlineData("2026-06-30 15:45", 15, 45)]
    [InlineData("2026-06-30T15:45:00+02:00", 15, 45)]
    [InlineData("6/30/26 3:45 PM", 15, 45)]
    public void A_time_is_kept_with_its_own_offset_or_the_connections(string text, int hour, int minute)
    {
        DateText.TryParse(text, DateOrder.MonthFirst, Zone, out var instant, out var wholeDay).Should().BeTrue();

        instant.UtcDateTime.Should().Be(new DateTimeOffset(2026, 6, 30, hour, minute, 0, Offset).UtcDateTime);
        wholeDay.Should().BeFalse();
    }

    [Theory]
    [InlineData("3/4/26")]
    [InlineData("31/31/26")]
    [InlineData("2026-13-01")]
    [InlineData("30.02.2026")]
    [InlineData("soon")]
    [InlineData("1/2/3/4")]
    [InlineData("2026-06-30 25:00")]
    public void A_date_without_order_or_day_is_refused(string text) =>
        DateText.TryParse(text, null, Zone, out _, out _).Should().BeFalse();

    [Fact]
    public void Two_digit_years_stand_for_this_century_from_ninety_for_the_last()
    {
        DateText.TryParse("6/30/97", DateOrder.MonthFirst, Zone, out var old, out _);
        DateText.TryParse("6/30/26", DateOrder.MonthFirst, Zone, out var recent, out _);

        old.Year.Should().Be(1997);
        recent.Year.Should().Be(2026);
    }

    [Theory]
    [InlineData("6/30/26", DateOrder.MonthFirst)]
    [InlineData("30/6/26", DateOrder.DayFirst)]
    [InlineData("99/6/30", DateOrder.YearFirst)]
    internal void A_date_that_fits_one_order_proves_it(string text, DateOrder expected) =>
        DateText.Evidence(text, out _).Should().Be(expected);

    [Theory]
    [InlineData("3/4/26", true)]
    [InlineData("4/4/26", false)]
    [InlineData("2026-03-04", false)]
    [InlineData("04.03.2026", false)]
    public void A_date_is_ambiguous_only_when_its_orders_mean_two_days(string text, bool expected)
    {
        DateText.Evidence(text, out var ambiguous).Should().BeNull();

        ambiguous.Should().Be(expected);
    }
}
