using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Settings;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Writing;

namespace Bridge.Rails.House;

/// <summary>Announces the house format, for every network without a connector of its own.</summary>
internal sealed class HouseRailModule : IRailModule, IRecordTables
{
    /// <inheritdoc />
    public RailDescriptor Descriptor => HouseDescriptor.Value;

    /// <inheritdoc />
    public TableSchema? TableOf(EntityKind entity) => HouseTables.TableOf(entity);

    /// <inheritdoc />
    public RecordRows RowsOf(object record, RecordTableContext context) => HouseTables.RowsOf(record, context);

    /// <inheritdoc />
    public IRail? Open(SettingsReader settings, RailEnvironment environment, ICollection<Finding> findings)
    {
        var before = findings.Count(finding => finding.Severity == Severity.Blocking);
        var options = HouseOptionsReader.Read(settings, findings);
        return findings.Count(finding => finding.Severity == Severity.Blocking) > before ? null : new HouseRail(options, environment);
    }
}
