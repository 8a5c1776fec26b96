using Microsoft.Extensions.Logging;

namespace Bridge.Rails.Rakuten;

/// <summary>Log lines of this rail; fields carry no personal data and no cell of a file.</summary>
internal static partial class Log
{
    [LoggerMessage(3101, LogLevel.Information, "{Connection}: joined {Publishers} publishers from overview, report and links.")]
    public static partial void PublishersJoined(ILogger logger, string connection, int publishers);

    [LoggerMessage(3102, LogLevel.Information, "{Connection}: {Offers} offers known, {Remote} of them seen by the publisher API.")]
    public static partial void OffersRead(ILogger logger, string connection, int offers, int remote);
}
