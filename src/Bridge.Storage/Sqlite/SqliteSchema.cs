namespace Bridge.Storage.Sqlite;

/// <summary>What a database file of Bridge holds, and how it came to be.</summary>
/// <param name="Name">What it is, for messages: "run store".</param>
/// <param name="ApplicationId">Number in the file's header that tells it from databases of other programs.</param>
/// <param name="Versions">One script per schema version, from version 1; released ones are never changed.</param>
internal sealed record SqliteSchema(string Name, int ApplicationId, IReadOnlyList<string> Versions);
