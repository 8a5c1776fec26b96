using System.Text.Json.Serialization;

namespace Bridge.Model.Identity;

/// <summary>A tracking link. Rails that give links no id get a composed one, declared by the rail.</summary>
/// <param name="Value">The rail's own text.</param>
[JsonConverter(typeof(RailIdConverter<TrackingLinkId>))]
public readonly record struct TrackingLinkId(string Value) : IRailId<TrackingLinkId>
{
    /// <inheritdoc />
    public static TrackingLinkId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
