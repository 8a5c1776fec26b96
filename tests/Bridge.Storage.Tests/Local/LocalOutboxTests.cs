using Bridge.Engine.Execution;
using Bridge.Storage.Local;

namespace Bridge.Storage.Tests.Local;

public sealed class LocalOutboxTests : IDisposable
{
    private readonly TestFolder folder = new();

    private LocalOutbox Outbox => new(folder.File("outbox"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Tables_slips_and_answers_lie_side_by_side_for_their_user_alone()
    {
        await Outbox.WriteFileAsync("pack-1", "csv", (stream, token) => stream.WriteAsync("a,b\n"u8.ToArray(), token).AsTask(), default);
        await Outbox.WriteSlipAsync("pack-1", "{}"u8.ToArray(), default);
        await Outbox.WriteAnswerAsync("pack-1", "{\"ok\":true}"u8.ToArray(), default);

        folder.Files().Select(Path.GetFileName).Should().Equal("pack-1.answer", "pack-1.csv", "pack-1.json");
        (await File.ReadAllTextAsync(folder.File("outbox/pack-1.csv"))).Should().Be("a,b\n");
        (await Outbox.FindAnswerAsync("pack-1", default)).Should().Equal("{\"ok\":true}"u8.ToArray());
        if (!OperatingSystem.IsWindows())
        {
            folder.Files().Select(File.GetUnixFileMode).Should().OnlyContain(mode => mode == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Fact]
    public async Task A_failed_table_leaves_the_earlier_one()
    {
        await Outbox.WriteFileAsync("pack-1", "csv", (stream, token) => stream.WriteAsync("old"u8.ToArray(), token).AsTask(), default);

        var act = () => Outbox.WriteFileAsync(
            "pack-1",
            "csv",
            async (stream, token) =>
            {
                await stream.WriteAsync("new"u8.ToArray(), token);
                throw new IOException("raw", 28);
            },
            default);

        (await act.Should().ThrowAsync<StoreFileException>()).WithMessage($"{folder.File("outbox/pack-1.csv")}: There is no space left*");
        folder.Files().Should().Equal(folder.File("outbox/pack-1.csv"));
        (await File.ReadAllTextAsync(folder.File("outbox/pack-1.csv"))).Should().Be("old");
    }

    [Fact]
    public async Task Removing_takes_everything_of_one_hand_off_and_nothing_twice()
    {
        await Outbox.RemoveAsync("never", default);
        await Outbox.WriteFileAsync("pack-1", "csv", (_, _) => Task.CompletedTask, default);
        await Outbox.WriteSlipAsync("pack-1", "{}"u8.ToArray(), default);
        await Outbox.WriteSlipAsync("pack-2", "{}"u8.ToArray(), default);

        await Outbox.RemoveAsync("pack-1", default);
        await Outbox.RemoveAsync("pack-1", default);

        folder.Files().Should().Equal(folder.File("outbox/pack-2.json"));
        (await Outbox.FindAnswerAsync("pack-1", default)).Should().BeNull();
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("a/b")]
    [InlineData(".hidden")]
    public async Task A_name_that_leaves_the_folder_is_refused(string id)
    {
        var act = () => Outbox.WriteSlipAsync(id, "{}"u8.ToArray(), default);

        await act.Should().ThrowAsync<ArgumentException>();
        folder.Files().Should().BeEmpty();
    }
}
