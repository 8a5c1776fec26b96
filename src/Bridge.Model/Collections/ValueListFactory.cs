namespace Bridge.Model.Collections;

/// <summary>Makes <see cref="ValueList{T}"/> instances; the target of collection expressions.</summary>
public static class ValueList
{
    /// <summary>Copies the elements into a new list.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) =>
        items.IsEmpty ? ValueList<T>.Empty : new ValueList<T>(items.ToArray());

    /// <summary>Copies a sequence into a new list.</summary>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items)
    {
        var copy = items.ToArray();
        return copy.Length == 0 ? ValueList<T>.Empty : new ValueList<T>(copy);
    }
}
