using System.Text.Json.Serialization;

namespace Bridge.Model.Identity;

/// <summary>A contract between one partner and one program. Rails without contract ids get a composed one, declared by the rail.</summary>
/// <param name="Value">The rail's own text.</param>
[JsonConverter(typeof(RailIdConverter<ContractId>))]
public readonly record struct ContractId(string Value) : IRailId<ContractId>
{
    /// <inheritdoc />
    public static ContractId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
