namespace Bridge.Rails.Abstractions.Tables;

/// <summary>How a file writes numbers.</summary>
public enum NumberStyle
{
    /// <summary><c>1,234.56</c></summary>
    Point,

    /// <summary><c>1.234,56</c>, also <c>1 234,56</c>.</summary>
    Comma,
}
