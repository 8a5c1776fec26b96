using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Intake;

/// <summary>Words for dates, numbers and kinds of tables in settings and answers.</summary>
internal static class TableWords
{
    public const string Ignore = "ignore";
    public const string Point = "1,234.56";
    public const string Comma = "1.234,56";

    public static DateOrder? Dates(string? word) => word switch
    {
        "mdy" => DateOrder.MonthFirst,
        "dmy" => DateOrder.DayFirst,
        "ymd" => DateOrder.YearFirst,
        _ => null,
    };

    public static NumberStyle? Numbers(string? word) => word switch
    {
        Point => NumberStyle.Point,
        Comma => NumberStyle.Comma,
        _ => null,
    };

    /// <summary>Word of a kind of table.</summary>
    public static string Of(TableSchema schema) => char.ToLowerInvariant(schema.Name[0]) + schema.Name[1..];
}
