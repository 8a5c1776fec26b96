using System.Globalization;
using Bridge.Engine.Execution;
using Bridge.Model.Identity;

namespace Bridge.Storage.Sqlite.Runs;

/// <summary>Rows as column values and back. What is read was checked against its seal before, so no conversion can fail.</summary>
internal static class RunRows
{
    public static object[] Of(StepRow row) =>
    [
        row.RunId, KeyBytes.Encode(row.StepId), EnumText<StepState>.Of(row.State), (long)row.Attempt, OrNull(row.TargetId), OrNull(row.Reason),
        OrNull(row.Message), TimeText(row.Since), TimeOrNull(row.IntendedAt), OrNull(row.HandoffId),
    ];

    public static StepRow ToStep(object[] row) => new()
    {
        RunId = (string)row[0],
        StepId = KeyBytes.Decode((byte[])row[1]),
        State = EnumText<StepState>.Parse(row[2]),
        Attempt = (int)(long)row[3],
        TargetId = row[4] as string,
        Reason = row[5] as string,
        Message = row[6] as string,
        Since = Time(row[7]),
        IntendedAt = row[8] is string ? Time(row[8]) : null,
        HandoffId = row[9] as string,
    };

    public static object[] Of(IdMapRow row) =>
        [EntityNames.Of(row.Entity), KeyBytes.Encode(row.Source), row.Target, row.Created ? 1L : 0L, row.Kept ? 1L : 0L, row.RunId, OrNull(row.DraftHash)];

    public static IdMapRow ToIdMap(object[] row) => new()
    {
        Entity = EntityNames.Parse((string)row[0])!.Value,
        Source = KeyBytes.Decode((byte[])row[1]),
        Target = (string)row[2],
        Created = (long)row[3] == 1,
        Kept = (long)row[4] == 1,
        RunId = (string)row[5],
        DraftHash = row[6] as string,
    };

    public static object[] Of(RunRow row) =>
    [
        row.RunId, row.PlanHash, row.ApprovalId, EnumText<RunStatus>.Of(row.Status), TimeText(row.StartedAt), row.StartedAt.UtcTicks,
        TimeOrNull(row.EndedAt), OrNull(row.RollsBack), OrNull(row.Reason),
    ];

    public static RunRow ToRun(object[] row) => new()
    {
        RunId = (string)row[0],
        PlanHash = (string)row[1],
        ApprovalId = (string)row[2],
        Status = EnumText<RunStatus>.Parse(row[3]),
        StartedAt = Time(row[4]),
        EndedAt = row[6] is string ? Time(row[6]) : null,
        RollsBack = row[7] as string,
        Reason = row[8] as string,
    };

    public static object OrNull(string? text) => text is null ? DBNull.Value : text;

    private static object TimeOrNull(DateTimeOffset? time) => time is { } value ? TimeText(value) : DBNull.Value;

    private static string TimeText(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(object text) => DateTimeOffset.ParseExact((string)text, "O", CultureInfo.InvariantCulture);
}
