using Bridge.Engine.Execution;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Storage.Sqlite;
using Bridge.Storage.Tests.Contracts;
using Bridge.Testing.Time;

namespace Bridge.Storage.Tests.Ledger;

public sealed class SqliteRateLedgerTests : RateLedgerContract, IAsyncLifetime, IDisposable
{
    private readonly TestFolder folder = new();
    private readonly List<SqliteRateLedger> opened = [];

    private string Database => folder.File("installation/rates.db");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var ledger in opened)
        {
            await ledger.DisposeAsync();
        }
    }

    public void Dispose() => folder.Dispose();

    protected override IRateLedger Open()
    {
        opened.Add(SqliteRateLedger.Open(Database, new ManualTimeProvider()));
        return opened[^1];
    }

    [Fact]
    public async Task A_damaged_ledger_says_what_to_do()
    {
        Directory.CreateDirectory(folder.File("installation"));
        await File.WriteAllTextAsync(Database, new string('x', 5000));

        FluentActions.Invoking(Open).Should().Throw<StoreFileException>().WithMessage($"{Database}: *no rate ledger*remove the file*");
    }
}
