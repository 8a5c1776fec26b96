using System.Text.Json.Serialization;

namespace Bridge.Model.Identity;

/// <summary>A brand's program on one rail (impact.com program, Rakuten MID).</summary>
/// <param name="Value">The rail's own text.</param>
[JsonConverter(typeof(RailIdConverter<ProgramId>))]
public readonly record struct ProgramId(string Value) : IRailId<ProgramId>
{
    /// <inheritdoc />
    public static ProgramId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
