using Azure;
using Bridge.Engine.Artifacts;

namespace Bridge.Storage.AzureBlob;

/// <summary>What an error of the blob service means to a person.</summary>
internal static class AzureFault
{
    /// <summary>True for errors of the service, or of the way to it, as the client reports them.</summary>
    /// <param name="error">The error.</param>
    /// <param name="cancellationToken">Token of the caller: a cancellation that is not its own is a timeout.</param>
    public static bool IsFault(Exception error, CancellationToken cancellationToken) => error switch
    {
        RequestFailedException => true,
        AggregateException many => many.InnerExceptions.All(inner => IsFault(inner, cancellationToken)),
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    /// <summary>Says it in words. A refusal of the credential is not passed on as the cause: its text quotes the signature.</summary>
    public static ArtifactStoreException Explain(ArtifactKey key, string place, Exception error)
    {
        var (problem, remedy, cause) = Describe(place, error);
        return new(key, problem, remedy, cause);
    }

    /// <summary>Problem and remedy in a sentence each, and the cause if it may be passed on.</summary>
    public static (string Problem, string Remedy, Exception? Cause) Describe(string place, Exception error)
    {
        var request = error as RequestFailedException ?? (error as AggregateException)?.InnerExceptions.OfType<RequestFailedException>().LastOrDefault();
        var (problem, remedy) = Words(place, request);
        return (problem, remedy, request?.Status is 401 or 403 ? null : error);
    }

    private static (string Problem, string Remedy) Words(string place, RequestFailedException? error) => error switch
    {
        { Status: 401 or 403, ErrorCode: "AuthorizationPermissionMismatch" } =>
            ($"{place} lets this credential in but not do this.", "Give it the right to read, write, list and delete blobs."),
        { Status: 401 or 403 } => (
            $"{place} refused the credential.",
            "Check the connection string or signature (its key may have been renewed, its time may be over) and the network rules of the account."),
        { ErrorCode: "ContainerNotFound" } => ($"{place} does not exist.", "Make the container, or check its name."),
        { ErrorCode: "ContainerBeingDeleted" } => ($"{place} is being deleted.", "Wait some minutes, or choose another container."),
        { ErrorCode: "AccountIsDisabled" } => ($"the account of {place} is disabled.", "Enable it, or choose another account."),
        { Status: 413 or 507 } => ($"{place} has no room for it.", "Raise the account's limit, or remove what is not needed."),
        { Status: 429 or 503 or 500 } => ($"{place} is overloaded ({error.ErrorCode ?? "no code"}).", "Run again later; nothing half-written is visible."),
        { Status: > 0 } => ($"{place} answered {error.Status} ({error.ErrorCode ?? "no code"}).", "Check the container's settings, then run again."),
        _ => ($"{place} cannot be reached.", "Check the network and the account's address, then run again; nothing half-written is visible."),
    };
}
