namespace Bridge.Engine.Migrations;

/// <summary>A rollback that would change nothing is an error, never a success.</summary>
/// <param name="message">Why.</param>
public sealed class NothingToRollBackException(string message) : Exception(message);
