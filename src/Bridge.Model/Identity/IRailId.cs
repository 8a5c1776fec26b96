namespace Bridge.Model.Identity;

/// <summary>An id that one rail gave to one kind of object. Ids are text: leading zeros and letter case count.</summary>
/// <typeparam name="TSelf">The id type.</typeparam>
public interface IRailId<TSelf>
    where TSelf : struct, IRailId<TSelf>
{
    /// <summary>The rail's own text.</summary>
    string Value { get; }

    /// <summary>Wraps the rail's own text.</summary>
    static abstract TSelf From(string value);
}
