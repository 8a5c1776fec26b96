using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Cli.Commands.Tasks;

/// <summary>Orders of dates as they are typed.</summary>
internal static class DateOrders
{
    /// <summary>An order; null when nothing was typed.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public static DateOrder? Read(string? text) => text switch
    {
        null => null,
        "mdy" => DateOrder.MonthFirst,
        "dmy" => DateOrder.DayFirst,
        "ymd" => DateOrder.YearFirst,
        _ => throw new CliException("--date-order must be mdy, dmy or ymd.", "Leave it out when the dates of the file show it.") { Value = text },
    };
}
