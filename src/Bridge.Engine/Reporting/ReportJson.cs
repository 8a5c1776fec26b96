using System.Text.Json.Serialization;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Changes;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Reporting.Runs;
using Bridge.Model.Findings;
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
[JsonSerializable(typeof(KindSums))]
[JsonSerializable(typeof(EntityTotals))]
[JsonSerializable(typeof(NamedCount))]
[JsonSerializable(typeof(DryRunReport))]
[JsonSerializable(typeof(FindingGroup))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(StepGroup))]
[JsonSerializable(typeof(ReasonGroup))]
[JsonSerializable(typeof(LossGroup))]
[JsonSerializable(typeof(TermChange))]
[JsonSerializable(typeof(PartnerSection))]
[JsonSerializable(typeof(RecordName))]
[JsonSerializable(typeof(RecordChange))]
[JsonSerializable(typeof(FieldDifference))]
[JsonSerializable(typeof(Loss))]
[JsonSerializable(typeof(PlannedTemplate))]
[JsonSerializable(typeof(TemplateStanding))]
[JsonSerializable(typeof(Execution.Templates.TrialCanary))]
[JsonSerializable(typeof(RunReport))]
[JsonSerializable(typeof(StateGroup))]
[JsonSerializable(typeof(ProbeGroup))]
[JsonSerializable(typeof(RollbackGroup))]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(string))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    static ReportJson() => Default = new ReportJson(BridgeJson.CreateOptions(Default.Options));
}
