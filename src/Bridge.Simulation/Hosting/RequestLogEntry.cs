namespace Bridge.Simulation.Hosting;

/// <summary>One request that reached a rail, refused or not.</summary>
/// <param name="Time">When it arrived, on the rail's clock.</param>
/// <param name="Verb">HTTP verb.</param>
/// <param name="Path">Path without the query.</param>
/// <param name="Kind">The rail's name for the operation; null for an unknown path.</param>
/// <param name="Account">Account whose budget it is charged to; null when the credential was refused.</param>
/// <param name="Status">HTTP status of the answer.</param>
/// <param name="Fate">What became of the answer.</param>
public readonly record struct RequestLogEntry(
    DateTimeOffset Time, string Verb, string Path, string? Kind, string? Account, int Status, ResponseFate Fate);
