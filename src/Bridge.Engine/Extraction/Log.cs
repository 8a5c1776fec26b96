using Bridge.Model.Identity;
using Microsoft.Extensions.Logging;

namespace Bridge.Engine.Extraction;

/// <summary>Log messages of extraction.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "Extraction of {Connection} ({Rail}) into snapshot {SnapshotId} began.")]
    public static partial void Began(ILogger logger, string connection, string rail, string snapshotId);

    [LoggerMessage(1001, LogLevel.Information, "Extraction of {Connection} ({Rail}) into snapshot {SnapshotId} goes on behind {Records} records.")]
    public static partial void Resumed(ILogger logger, string connection, string rail, string snapshotId, long records);

    [LoggerMessage(1002, LogLevel.Warning, "The interrupted snapshot {SnapshotId} is given up: {Reason}.")]
    public static partial void GaveUp(ILogger logger, string snapshotId, string reason);

    [LoggerMessage(1003, LogLevel.Debug, "Snapshot {SnapshotId}: {Parts} parts of {Entity} with {Records} records are sealed.")]
    public static partial void PartSealed(ILogger logger, string snapshotId, EntityKind entity, int parts, long records);

    [LoggerMessage(1004, LogLevel.Information, "Snapshot {SnapshotId} is sealed with hash {Hash}.")]
    public static partial void Sealed(ILogger logger, string snapshotId, string hash);

    [LoggerMessage(1005, LogLevel.Error, "Extraction into snapshot {SnapshotId} stopped: {Failure}")]
    public static partial void Failed(ILogger logger, string? snapshotId, string failure);
}
