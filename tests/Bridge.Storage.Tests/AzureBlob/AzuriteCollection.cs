namespace Bridge.Storage.Tests.AzureBlob;

/// <summary>Test classes that share one blob service.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<Azurite>
{
    public const string Name = "azurite";
}
