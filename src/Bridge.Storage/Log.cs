using Microsoft.Extensions.Logging;

namespace Bridge.Storage;

internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "Removed {File}, which a dead process had not finished.")]
    public static partial void LeftoverRemoved(ILogger logger, string file);

    [LoggerMessage(3002, LogLevel.Warning, "Cannot remove unfinished files in {Folder}.")]
    public static partial void LeftoverKept(ILogger logger, string folder, Exception error);
}
