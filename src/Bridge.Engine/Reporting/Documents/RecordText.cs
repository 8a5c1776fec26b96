using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Reporting.Wording;
using Bridge.Model.Collections;

namespace Bridge.Engine.Reporting.Documents;

/// <summary>Examples in one cell: names with their keys, and a sign when there are more.</summary>
internal static class RecordText
{
    public static string Of(RecordName record)
    {
        var own = record.Label is null || record.Label == record.Key ? record.Key : $"{record.Label} ({record.Key})";
        return (record.PartnerName ?? record.Partner) is { } partner ? $"{own} of {partner}" : own;
    }

    public static string Of(ValueList<RecordName> examples, long count)
    {
        var names = string.Join(", ", examples.Select(Of));
        var more = count - examples.Count;
        return more > 0 && names.Length > 0 ? $"{names} and {NumberText.Of(more)} more" : names;
    }
}
