using System.Text.Json.Serialization;

namespace Bridge.Model.Identity;

/// <summary>A partner's account on one rail (impact.com MPID, Rakuten SID).</summary>
/// <param name="Value">The rail's own text.</param>
[JsonConverter(typeof(RailIdConverter<PartnerId>))]
public readonly record struct PartnerId(string Value) : IRailId<PartnerId>
{
    /// <inheritdoc />
    public static PartnerId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
