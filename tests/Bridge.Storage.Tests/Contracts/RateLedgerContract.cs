using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Storage.Tests.Contracts;

/// <summary>What every rate ledger does.</summary>
public abstract class RateLedgerContract
{
    protected static readonly DateTimeOffset Noon = new(2027, 1, 4, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Opens the ledger of this test: a second call gives what another process would see.</summary>
    protected abstract IRateLedger Open();

    protected static PacerState State(string account, int reserved) => new()
    {
        Account = account,
        SavedAt = Noon.AddSeconds(reserved),
        Limits =
        [
            new() { Name = "hour", Sent = [new(Noon, 12)], Reserved = reserved, Debt = TimeSpan.Zero, Factor = 0.5m, HeldUntil = Noon.AddMinutes(1) },
            new() { Name = "burst", Sent = [], Reserved = 0, Debt = TimeSpan.FromSeconds(3), Factor = 1m },
        ],
    };

    [Fact]
    public async Task Gives_back_the_last_saved_state_of_an_account_and_null_for_others()
    {
        var ledger = Open();
        await ledger.SaveAsync(State("impact/1", 1), default);
        await ledger.SaveAsync(State("impact/2", 2), default);
        await ledger.SaveAsync(State("impact/1", 3), default);

        var other = Open();

        (await other.LoadAsync("impact/1", default)).Should().BeEquivalentTo(State("impact/1", 3));
        (await other.LoadAsync("impact/2", default)).Should().BeEquivalentTo(State("impact/2", 2));
        (await other.LoadAsync("impact/3", default)).Should().BeNull();
    }

    [Fact]
    public async Task Two_users_of_one_ledger_see_each_others_states()
    {
        var (left, right) = (Open(), Open());

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(async () => await (number % 2 == 0 ? left : right).SaveAsync(State($"a{number}", number), default))));

        for (var number = 0; number < 40; number++)
        {
            (await (number % 2 == 0 ? right : left).LoadAsync($"a{number}", default))!.Limits[0].Reserved.Should().Be(number);
        }
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var ledger = Open();

        var save = async () => await ledger.SaveAsync(State("a", 1), new(canceled: true));

        await save.Should().ThrowAsync<OperationCanceledException>();
        (await ledger.LoadAsync("a", default)).Should().BeNull();
    }
}
