using System.Text.Json.Serialization;
using Bridge.Engine.Planning;
using Bridge.Model.Json;

namespace Bridge.Engine.Reporting;

/// <summary>JSON contracts of reports and stored outcomes; canonical like <see cref="BridgeJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    Converters = [typeof(CanonicalDecimalConverter)])]
[JsonSerializable(typeof(RecordOutcome))]
[JsonSerializable(typeof(RunSums))]
[JsonSerializable(typeof(EntityTotals))]
[JsonSerializable(typeof(NamedCount))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    static ReportJson() => Default = new ReportJson(BridgeJson.CreateOptions(Default.Options));
}
