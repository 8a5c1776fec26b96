using Microsoft.Extensions.Logging;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>Log messages of the rail kit, 2000 to 2099. No address, header, body or personal data.</summary>
internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Debug, "{Rail} {Connection}: {Operation} {Method} {PathTemplate} answered {Status} after {Milliseconds} ms and {Attempts} attempt(s)")]
    internal static partial void CallDone(ILogger logger, string rail, string connection, string operation, string method, string pathTemplate, int status, long milliseconds, int attempts);

    [LoggerMessage(2001, LogLevel.Warning, "{Rail} {Connection}: {Operation} {Method} {PathTemplate} ended as {Outcome} with status {Status} after {Milliseconds} ms and {Attempts} attempt(s)")]
    internal static partial void CallFailed(ILogger logger, string rail, string connection, string operation, string method, string pathTemplate, string outcome, int? status, long milliseconds, int attempts);

    [LoggerMessage(2002, LogLevel.Information, "{Rail} {Connection}: {Operation} attempt {Attempt} ended as {Outcome} with status {Status}; next attempt in {Milliseconds} ms")]
    internal static partial void Retry(ILogger logger, string rail, string connection, string operation, int attempt, string outcome, int? status, long milliseconds);

    [LoggerMessage(2003, LogLevel.Warning, "{Rail} {Connection}: the rail asks account {Account} to wait longer than an hour; the wait was cut to one hour. Somebody should look at the account")]
    internal static partial void HintCapped(ILogger logger, string rail, string connection, string account);

    [LoggerMessage(2004, LogLevel.Error, "{Rail} {Connection}: the credential was refused twice in a row; no further call is made on this connection")]
    internal static partial void CredentialStopped(ILogger logger, string rail, string connection);

    [LoggerMessage(2005, LogLevel.Warning, "{Rail} {Connection}: {Operation} was not sent, the breaker is open for another {Milliseconds} ms")]
    internal static partial void BreakerOpen(ILogger logger, string rail, string connection, string operation, long milliseconds);
}
