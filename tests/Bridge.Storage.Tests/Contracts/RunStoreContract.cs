using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Model.Identity;
using Bridge.Testing.Time;

namespace Bridge.Storage.Tests.Contracts;

/// <summary>What every run store does. Deriving it with an implementation runs the suite against it.</summary>
public abstract class RunStoreContract : IAsyncLifetime
{
    private readonly List<IRunStore> opened = [];

    protected ManualTimeProvider Time { get; } = new();

    protected static JournalRecord Record(string step = "partners/1/create", JournalKind kind = JournalKind.Applied) =>
        new(kind, "run-1", step, new JsonObject { ["targetId"] = "9001", ["rate"] = 0.075m, ["note"] = "Łódź 7,5 % <ok> & \"so\"", ["none"] = null });

    protected static RunRow Run(string id = "run-1", DateTimeOffset? started = null) => new()
    {
        RunId = id,
        PlanHash = new string('a', 64),
        ApprovalId = "approval-1",
        Status = RunStatus.Running,
        StartedAt = started ?? new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.FromHours(1)),
    };

    protected static StepRow Step(string id, StepState state = StepState.Intended, string run = "run-1") => new()
    {
        RunId = run,
        StepId = id,
        State = state,
        Attempt = 2,
        Since = new DateTimeOffset(2027, 1, 4, 10, 30, 0, 123, TimeSpan.FromHours(-5)),
    };

    protected static IdMapRow Link(string source, string target = "https://acme.example/c/1/2/3", string? draft = null) => new()
    {
        Entity = EntityKind.TrackingLink,
        Source = source,
        Target = target,
        Created = true,
        RunId = "run-1",
        DraftHash = draft,
    };

    /// <summary>Opens the state of this test: a second call gives what another process would see.</summary>
    protected abstract Task<IRunStore> OpenStoreAsync();

    /// <summary>Ends a store as a killed process would.</summary>
    protected virtual async Task EndAsync(IRunStore store) => await store.DisposeAsync();

    // A member that this test leaves at its default could be forgotten by a store without anybody noticing.
    private static void HasEveryMember<T>(T row)
        where T : notnull
    {
        foreach (var member in typeof(T).GetProperties())
        {
            var value = member.GetValue(row);
            value.Should().NotBeNull($"{member.Name} must be set in this test");
            value.Should().NotBe(member.PropertyType.IsValueType ? Activator.CreateInstance(member.PropertyType) : null, $"{member.Name} must be set in this test");
        }
    }

    protected async Task<IRunStore> OpenAsync()
    {
        var store = await OpenStoreAsync();
        opened.Add(store);
        return store;
    }

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        foreach (var store in opened)
        {
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Chains_records_from_the_record_of_the_owner_on()
    {
        var store = await OpenAsync();
        var epoch = await store.TakeOwnershipAsync("host-a 100", default);

        var first = await store.AppendAsync(epoch, Record("a"), [], default);
        var second = await store.AppendAsync(epoch, Record("b"), [], default);

        var entries = await store.ReadJournalAsync(0, default).ToListAsync();
        entries.Select(entry => entry.Sequence).Should().Equal(1, 2, 3);
        entries[0].Record.Kind.Should().Be(JournalKind.OwnerTook);
        entries[0].Record.Payload["owner"]!.GetValue<string>().Should().Be("host-a 100");
        entries[0].PreviousHash.Should().Be(JournalChain.Origin);
        entries[1].PreviousHash.Should().Be(entries[0].Hash);
        entries[2].PreviousHash.Should().Be(first.Hash);
        entries.Should().OnlyContain(entry => entry.Epoch == epoch && entry.At == Time.GetUtcNow() &&
            entry.Hash == JournalChain.Seal(entry.Sequence, entry.Epoch, entry.At, entry.PreviousHash, entry.Record).Hash);
        entries[2].Should().BeEquivalentTo(second, options => options.Excluding(entry => entry.Record.Payload));
        JournalChain.Canonical(entries[2].Record).Should().Be(JournalChain.Canonical(Record("b")));
        (await store.VerifyJournalAsync(default)).Should().Be(3);
    }

    [Fact]
    public async Task Reads_the_journal_behind_a_number()
    {
        var store = await OpenAsync();
        var epoch = await store.TakeOwnershipAsync("owner", default);
        for (var step = 2; step <= 6; step++)
        {
            await store.AppendAsync(epoch, Record($"s{step}"), [], default);
        }

        var behind = await store.ReadJournalAsync(4, default).ToListAsync();
        var none = await store.ReadJournalAsync(6, default).ToListAsync();

        behind.Select(entry => entry.Record.StepId).Should().Equal("s5", "s6");
        none.Should().BeEmpty();
    }

    [Fact]
    public async Task Keeps_every_member_of_every_row_over_a_restart()
    {
        var full = Step("partners/4711/create", StepState.Waiting) with
        {
            TargetId = "9001",
            Reason = "PartnerDeclined",
            Message = "The partner said no.",
            IntendedAt = new DateTimeOffset(2027, 1, 4, 10, 29, 0, TimeSpan.FromHours(3)),
            HandoffId = "pack-3",
        };
        var run = Run() with
        {
            Status = RunStatus.Stopped,
            EndedAt = new DateTimeOffset(2027, 1, 5, 0, 0, 0, TimeSpan.Zero),
            RollsBack = "run-0",
            Reason = "BudgetSpent",
        };
        var row = Link("4711:https://shop.example/ä?b=1", draft: new string('b', 64)) with { Kept = true };
        HasEveryMember(full);
        HasEveryMember(run);
        HasEveryMember(row);
        var first = await OpenAsync();
        var epoch = await first.TakeOwnershipAsync("owner", default);

        await first.AppendAsync(
            epoch,
            Record(),
            [
                new StoreChange.SetStep(full), new StoreChange.SetStep(Step("bare")), new StoreChange.SetRun(run), new StoreChange.SetIdMap(row),
                new StoreChange.SetCheckpoint("extract/partners", "page-7"), new StoreChange.SetDocument("approval", "a-1", "{\"by\":\"x\"}"),
            ],
            default);
        await EndAsync(first);

        var store = await OpenAsync();
        (await store.FindStepAsync("run-1", "partners/4711/create", default)).Should().Be(full);
        (await store.FindStepAsync("run-1", "partners/4711/create", default))!.Since.Offset.Should().Be(TimeSpan.FromHours(-5));
        (await store.FindStepAsync("run-1", "bare", default)).Should().Be(Step("bare"));
        (await store.FindRunAsync("run-1", default)).Should().Be(run);
        (await store.FindRunAsync("run-1", default))!.StartedAt.Offset.Should().Be(TimeSpan.FromHours(1));
        (await store.FindTargetAsync(EntityKind.TrackingLink, row.Source, default)).Should().Be(row);
        (await store.FindCheckpointAsync("extract/partners", default)).Should().Be("page-7");
        (await store.FindDocumentAsync("approval", "a-1", default)).Should().Be("{\"by\":\"x\"}");
        (await store.VerifyJournalAsync(default)).Should().Be(2);
    }

    [Fact]
    public async Task Gives_null_and_nothing_for_what_was_never_written()
    {
        var store = await OpenAsync();

        (await store.FindStepAsync("run-1", "x", default)).Should().BeNull();
        (await store.FindRunAsync("run-1", default)).Should().BeNull();
        (await store.FindTargetAsync(EntityKind.Partner, "1", default)).Should().BeNull();
        (await store.FindCheckpointAsync("x", default)).Should().BeNull();
        (await store.FindDocumentAsync("x", "y", default)).Should().BeNull();
        (await store.ReadStepsAsync("run-1", null, default).ToListAsync()).Should().BeEmpty();
        (await store.ReadIdMapAsync(EntityKind.Partner, default).ToListAsync()).Should().BeEmpty();
        (await store.ReadRunsAsync(default).ToListAsync()).Should().BeEmpty();
        (await store.ReadDocumentsAsync("x", default).ToListAsync()).Should().BeEmpty();
        (await store.CountStepsAsync("run-1", default)).Should().BeEmpty();
        (await store.VerifyJournalAsync(default)).Should().Be(0);
    }

    [Fact]
    public async Task Replaces_and_removes_rows()
    {
        var store = await OpenAsync();
        var epoch = await store.TakeOwnershipAsync("owner", default);
        await store.AppendAsync(
            epoch,
            Record(),
            [
                new StoreChange.SetRun(Run()), new StoreChange.SetStep(Step("a")), new StoreChange.SetIdMap(Link("1")), new StoreChange.SetIdMap(Link("2")),
                new StoreChange.SetCheckpoint("c", "1"), new StoreChange.SetDocument("k", "d", "1"),
            ],
            default);

        await store.AppendAsync(
            epoch,
            Record(),
            [
                new StoreChange.SetRun(Run() with { Status = RunStatus.Completed }), new StoreChange.SetStep(Step("a", StepState.Applied)),
                new StoreChange.RemoveIdMap(EntityKind.TrackingLink, "1"), new StoreChange.RemoveIdMap(EntityKind.TrackingLink, "never"),
                new StoreChange.SetIdMap(Link("2", "other")), new StoreChange.SetCheckpoint("c", null), new StoreChange.SetDocument("k", "d", "2"),
            ],
            default);

        (await store.FindRunAsync("run-1", default))!.Status.Should().Be(RunStatus.Completed);
        (await store.FindStepAsync("run-1", "a", default))!.State.Should().Be(StepState.Applied);
        (await store.ReadIdMapAsync(EntityKind.TrackingLink, default).ToListAsync()).Should().Equal(Link("2", "other"));
        (await store.FindCheckpointAsync("c", default)).Should().BeNull();
        (await store.FindDocumentAsync("k", "d", default)).Should().Be("2");
        (await store.VerifyJournalAsync(default)).Should().Be(3);
    }

    [Fact]
    public async Task Reads_rows_in_the_order_in_which_snapshots_stream_their_keys()
    {
        // Order of code points: the full-width letter comes before the emoji, whose surrogates are smaller.
        string[] keys = ["B", "a", "a-", "a/1", "a1", "é", "\uFF21|1", "\uD83D\uDE00|1"];
        var store = await OpenAsync();
        var epoch = await store.TakeOwnershipAsync("owner", default);
        await store.AppendAsync(epoch, Record(), [new StoreChange.SetRun(Run()), new StoreChange.SetRun(Run("run-2"))], default);
        foreach (var key in keys.Reverse())
        {
            await store.AppendAsync(
                epoch,
                Record(),
                [
                    new StoreChange.SetStep(Step(key, key.StartsWith('a') ? StepState.Waiting : StepState.Applied)), new StoreChange.SetStep(Step(key, run: "run-2")),
                    new StoreChange.SetIdMap(Link(key)), new StoreChange.SetIdMap(Link(key) with { Entity = EntityKind.Partner }),
                    new StoreChange.SetDocument("k", key, "0"), new StoreChange.SetDocument("other", key, "0"),
                ],
                default);
        }

        (await store.ReadStepsAsync("run-1", null, default).ToListAsync()).Select(row => row.StepId).Should().Equal(keys);
        (await store.ReadStepsAsync("run-1", StepState.Waiting, default).ToListAsync()).Select(row => row.StepId).Should().Equal("a", "a-", "a/1", "a1");
        (await store.ReadIdMapAsync(EntityKind.TrackingLink, default).ToListAsync()).Should().Equal(keys.Select(key => Link(key)));
        (await store.ReadDocumentsAsync("k", default).ToListAsync()).Should().Equal(keys.Select(key => new StoredDocument(key, "0")));
        (await store.CountStepsAsync("run-1", default)).Should().BeEquivalentTo(new Dictionary<StepState, long> { [StepState.Waiting] = 4, [StepState.Applied] = 4 });
    }

    [Fact]
    public async Task Reads_runs_newest_first_whatever_their_offsets()
    {
        var noon = new DateTimeOffset(2027, 1, 4, 12, 0, 0, TimeSpan.Zero);
        var store = await OpenAsync();
        var epoch = await store.TakeOwnershipAsync("owner", default);

        await store.AppendAsync(
            epoch,
            Record(),
            [
                new StoreChange.SetRun(Run("old", noon)), new StoreChange.SetRun(Run("new", noon.AddHours(2))),
                new StoreChange.SetRun(Run("middle", noon.AddHours(1).ToOffset(TimeSpan.FromHours(9)))),
            ],
            default);

        (await store.ReadRunsAsync(default).ToListAsync()).Select(row => row.RunId).Should().Equal("new", "middle", "old");
    }

    [Fact]
    public async Task Rows_may_be_changed_while_they_are_read()
    {
        var store = await OpenAsync();
        var epoch = await store.TakeOwnershipAsync("owner", default);
        var rows = Enumerable.Range(0, 3000).Select(number => new StoreChange.SetStep(Step($"s{number:D4}", StepState.Waiting)));
        await store.AppendAsync(epoch, Record(), [new StoreChange.SetRun(Run()), .. rows], default);
        var seen = new List<string>();

        await foreach (var row in store.ReadStepsAsync("run-1", StepState.Waiting, default))
        {
            seen.Add(row.StepId);
            await store.AppendAsync(epoch, Record(row.StepId), [new StoreChange.SetStep(row with { State = StepState.Applied })], default);
        }

        seen.Should().HaveCount(3000).And.BeInAscendingOrder(StringComparer.Ordinal);
        (await store.CountStepsAsync("run-1", default)).Should().BeEquivalentTo(new Dictionary<StepState, long> { [StepState.Applied] = 3000 });
    }

    [Fact]
    public async Task Refuses_a_second_owner_by_naming_the_first()
    {
        var first = await OpenAsync();
        await first.TakeOwnershipAsync("host-a, process 100", default);
        var second = await OpenAsync();

        var act = () => second.TakeOwnershipAsync("host-b", default);

        (await act.Should().ThrowAsync<RunStoreBusyException>()).WithMessage("*host-a, process 100*");
        (await second.ReadJournalAsync(0, default).ToListAsync()).Should().HaveCount(1);
    }

    [Fact]
    public async Task A_dead_owner_leaves_no_lock_and_its_epoch_is_over()
    {
        var first = await OpenAsync();
        var old = await first.TakeOwnershipAsync("first", default);
        await EndAsync(first);
        var second = await OpenAsync();

        var epoch = await second.TakeOwnershipAsync("second", default);

        epoch.Value.Should().BeGreaterThan(old.Value);
        var act = () => second.AppendAsync(old, Record(), [], default);
        await act.Should().ThrowAsync<EpochLostException>();
        (await second.VerifyJournalAsync(default)).Should().Be(2);
    }

    [Fact]
    public async Task Released_ownership_can_be_taken_and_not_be_used()
    {
        var first = await OpenAsync();
        var old = await first.TakeOwnershipAsync("first", default);
        await first.ReleaseOwnershipAsync(old, default);
        await first.ReleaseOwnershipAsync(old, default);

        var append = () => first.AppendAsync(old, Record(), [], default);
        await append.Should().ThrowAsync<EpochLostException>();

        var second = await OpenAsync();
        var epoch = await second.TakeOwnershipAsync("second", default);
        await second.AppendAsync(epoch, Record(), [], default);
        (await second.ReadJournalAsync(0, default).ToListAsync()).Select(entry => entry.Epoch.Value).Should().Equal(1, 2, 2);
    }

    [Fact]
    public async Task Taking_ownership_again_ends_the_earlier_epoch()
    {
        var store = await OpenAsync();
        var old = await store.TakeOwnershipAsync("job 1", default);

        var epoch = await store.TakeOwnershipAsync("job 2", default);

        var act = () => store.AppendAsync(old, Record(), [new StoreChange.SetCheckpoint("c", "old")], default);
        await act.Should().ThrowAsync<EpochLostException>();
        await store.AppendAsync(epoch, Record(), [new StoreChange.SetCheckpoint("c", "new")], default);
        (await store.FindCheckpointAsync("c", default)).Should().Be("new");
    }

    [Fact]
    public async Task A_refused_append_keeps_nothing()
    {
        var store = await OpenAsync();
        var epoch = await store.TakeOwnershipAsync("owner", default);

        var act = () => store.AppendAsync(
            epoch, Record(), [new StoreChange.SetCheckpoint("c", "x"), new StoreChange.SetStep(Step("a", run: "nowhere"))], default);

        (await act.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*'a'*'nowhere'*");
        (await store.FindCheckpointAsync("c", default)).Should().BeNull();
        (await store.VerifyJournalAsync(default)).Should().Be(1);
        (await store.AppendAsync(epoch, Record(), [], default)).Sequence.Should().Be(2);
    }

    [Fact]
    public async Task Times_never_go_back_even_over_a_restart()
    {
        var start = Time.GetUtcNow();
        var first = await OpenAsync();
        var epoch = await first.TakeOwnershipAsync("owner", default);
        Time.StepWallClock(TimeSpan.FromHours(1));
        await first.AppendAsync(epoch, Record(), [], default);
        Time.StepWallClock(TimeSpan.FromDays(-30));
        await first.AppendAsync(epoch, Record(), [], default);
        await EndAsync(first);

        var store = await OpenAsync();
        await store.TakeOwnershipAsync("owner", default);

        (await store.ReadJournalAsync(0, default).ToListAsync()).Select(entry => entry.At)
            .Should().Equal(start, start.AddHours(1), start.AddHours(1), start.AddHours(1));
    }

    [Fact]
    public async Task Appends_of_many_callers_are_all_kept_once()
    {
        var store = await OpenAsync();
        var epoch = await store.TakeOwnershipAsync("owner", default);

        var entries = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(
            () => store.AppendAsync(epoch, Record($"s{number}"), [new StoreChange.SetIdMap(Link($"{number:D3}"))], default))));

        entries.Select(entry => entry.Sequence).Order().Should().Equal(Enumerable.Range(2, 200).Select(number => (long)number));
        var kept = await store.ReadJournalAsync(1, default).ToListAsync();
        kept.Select(entry => entry.Record.StepId).Should().Equal(entries.OrderBy(entry => entry.Sequence).Select(entry => entry.Record.StepId));
        (await store.ReadIdMapAsync(EntityKind.TrackingLink, default).ToListAsync()).Should().HaveCount(200);
        (await store.VerifyJournalAsync(default)).Should().Be(201);
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var store = await OpenAsync();
        var epoch = await store.TakeOwnershipAsync("owner", default);
        var cancelled = new CancellationToken(canceled: true);

        var append = () => store.AppendAsync(epoch, Record(), [], cancelled);
        var read = async () => await store.ReadJournalAsync(0, cancelled).ToListAsync();

        await append.Should().ThrowAsync<OperationCanceledException>();
        await read.Should().ThrowAsync<OperationCanceledException>();
        (await store.VerifyJournalAsync(default)).Should().Be(1);
    }
}
