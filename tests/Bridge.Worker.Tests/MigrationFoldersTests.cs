namespace Bridge.Worker.Tests;

public sealed class MigrationFoldersTests : IDisposable
{
    private readonly WorkerRoot root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void Migrations_lie_in_the_root_in_its_folders_and_in_theirs()
    {
        root.Write(".");
        root.Write("client");
        root.Write("client/shop");
        root.Write("client/shop/too-deep");
        root.Write(".hidden/shop");
        Directory.CreateDirectory(root.PathOf("empty"));

        new MigrationFolders(root.Folder).All().Should().Equal(".", "client", "client/shop");
    }
}
