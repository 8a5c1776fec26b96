using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Storage.Local;
using Bridge.Storage.Tests.Contracts;

namespace Bridge.Storage.Tests.Local;

public sealed class LocalScratchSpaceTests : ScratchSpaceContract, IDisposable
{
    private readonly TestFolder folder = new();

    public LocalScratchSpaceTests() => Scratch = new LocalScratchSpace(folder.File("scratch"));

    protected override IScratchSpace Scratch { get; }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task No_file_is_left_behind()
    {
        await using (var stream = Scratch.Create())
        {
            await stream.WriteAsync(new byte[200_000]);
        }

        folder.Files().Should().BeEmpty();
    }

    [Fact]
    public void A_folder_that_cannot_be_used_is_said_with_its_path()
    {
        File.WriteAllText(folder.File("file"), "in the way");
        var scratch = new LocalScratchSpace(folder.File("file"));

        var act = scratch.Create;

        act.Should().Throw<StoreFileException>().WithMessage($"{folder.File("file")}: *");
    }
}
