namespace Bridge.Simulation.Rakuten;

/// <summary>A value list that dynamic rules refer to by name.</summary>
public sealed record RakutenCommissioningList
{
    /// <summary>Opaque id of the API.</summary>
    public required string Id { get; init; }

    /// <summary>Name; also the name of its upload file, without the extension.</summary>
    public required string Name { get; init; }

    /// <summary>Transaction field its values belong to.</summary>
    public required string Field { get; init; }

    public required IReadOnlyList<string> Values { get; init; }

    public required DateTimeOffset LastModified { get; init; }
}
