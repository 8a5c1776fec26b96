namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Order of day, month and year in dates of three numbers.</summary>
public enum DateOrder
{
    /// <summary><c>6/30/26</c></summary>
    MonthFirst,

    /// <summary><c>30/6/26</c></summary>
    DayFirst,

    /// <summary><c>26/6/30</c></summary>
    YearFirst,
}
