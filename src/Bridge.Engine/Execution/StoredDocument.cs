namespace Bridge.Engine.Execution;

/// <summary>A small JSON document of the run store.</summary>
/// <param name="Key">Key.</param>
/// <param name="Json">Canonical JSON.</param>
public sealed record StoredDocument(string Key, string Json);
