using System.Text.Json.Serialization;

namespace Bridge.Model.Identity;

/// <summary>A group of partners inside one program.</summary>
/// <param name="Value">The rail's own text.</param>
[JsonConverter(typeof(RailIdConverter<PartnerGroupId>))]
public readonly record struct PartnerGroupId(string Value) : IRailId<PartnerGroupId>
{
    /// <inheritdoc />
    public static PartnerGroupId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
