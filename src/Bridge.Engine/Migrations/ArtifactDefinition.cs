namespace Bridge.Engine.Migrations;

/// <summary>Where artifacts rest.</summary>
/// <param name="Store"><c>local</c> or <c>azureBlob</c>.</param>
/// <param name="Connection">Secret reference of the blob account's connection string; null for local.</param>
/// <param name="Container">Blob container; null for local.</param>
public sealed record ArtifactDefinition(string Store, string? Connection, string? Container)
{
    /// <summary>The folder of the migration.</summary>
    public static ArtifactDefinition Local { get; } = new("local", null, null);
}
