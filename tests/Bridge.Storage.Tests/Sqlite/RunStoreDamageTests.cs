using Bridge.Engine.Execution;
using Bridge.Model.Identity;
using Bridge.Storage.Sqlite;
using Bridge.Testing.Time;
using Microsoft.Data.Sqlite;

namespace Bridge.Storage.Tests.Sqlite;

public sealed class RunStoreDamageTests : IDisposable
{
    private const int Records = 60;
    private readonly TestFolder folder = new();
    private readonly ManualTimeProvider time = new();

    private string Database => folder.File("run.db");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("UPDATE journal SET record = replace(record, 's0020', 's9920') WHERE sequence = 20", 20)]
    [InlineData("UPDATE journal SET at = '2027-01-04T08:00:01.0000000Z' WHERE sequence = 7", 7)]
    [InlineData("UPDATE journal SET epoch = 2 WHERE sequence = 31", 31)]
    [InlineData("UPDATE journal SET hash = zeroblob(32) WHERE sequence = 12", 12)]
    [InlineData("DELETE FROM journal WHERE sequence = 20", 20)]
    [InlineData("DELETE FROM journal WHERE sequence <= 3", 1)]
    [InlineData("DELETE FROM journal", 1)]
    [InlineData("DELETE FROM journal WHERE sequence > 50", 51)]
    [InlineData("INSERT INTO journal SELECT sequence + 1, epoch, at, previous_hash, hash, record FROM journal WHERE sequence = 60", 61)]
    [InlineData("UPDATE journal SET sequence = -1 WHERE sequence = 20; UPDATE journal SET sequence = 20 WHERE sequence = 21", 1)]
    [InlineData("UPDATE steps SET target_id = '9002' WHERE step_id = x'7330303230'", null)]
    [InlineData("UPDATE id_map SET target = 'other' WHERE source = x'7330303230'", null)]
    [InlineData("DELETE FROM id_map WHERE source = x'7330303230'", null)]
    [InlineData("INSERT INTO checkpoints VALUES('c', 'x', 0)", null)]
    [InlineData("UPDATE head SET epoch = 0", null)]
    [InlineData("UPDATE head SET sequence = 50", null)]
    [InlineData("DELETE FROM head", 1)]
    [InlineData("DROP TABLE steps", null)]
    public async Task An_edited_file_is_refused_by_name_and_record(string sql, int? record)
    {
        await FillAsync();

        Edit(sql);

        var verify = VerifyAsync;
        var error = (await verify.Should().ThrowAsync<RunStoreCorruptException>()).Which;
        error.Sequence.Should().Be(record);
        error.Message.Should().Contain(Database);
    }

    [Fact]
    public async Task A_row_that_was_edited_is_not_read_even_without_verification()
    {
        await FillAsync();
        Edit("UPDATE id_map SET target = 'other' WHERE source = x'7330303230'");
        Edit("UPDATE journal SET record = replace(record, 's0030', 's9930') WHERE sequence = 30");
        await using var store = SqliteRunStore.Open(Database, time);

        var find = () => store.FindTargetAsync(EntityKind.Partner, "s0020", default);
        var list = async () => await store.ReadIdMapAsync(EntityKind.Partner, default).ToListAsync();
        var read = async () => await store.ReadJournalAsync(0, default).ToListAsync();

        await find.Should().ThrowAsync<RunStoreCorruptException>().WithMessage("*id_map*");
        await list.Should().ThrowAsync<RunStoreCorruptException>();
        (await read.Should().ThrowAsync<RunStoreCorruptException>()).Which.Sequence.Should().Be(30);
        (await store.FindTargetAsync(EntityKind.Partner, "s0021", default))!.Target.Should().Be("9001");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await File.WriteAllTextAsync(Database, new string('x', 5000));

        var act = VerifyAsync;

        (await act.Should().ThrowAsync<RunStoreCorruptException>()).WithMessage($"{Database}: *no run store*");
        (await File.ReadAllTextAsync(Database)).Should().Be(new string('x', 5000));
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_alone()
    {
        using (var connection = Connect())
        {
            SqliteFile.Execute(connection, "CREATE TABLE customers(id INTEGER)");
        }

        var before = await File.ReadAllBytesAsync(Database);

        var act = VerifyAsync;

        (await act.Should().ThrowAsync<RunStoreCorruptException>()).WithMessage("*another program*");
        (await File.ReadAllBytesAsync(Database)).Should().Equal(before);
    }

    [Fact]
    public async Task A_newer_schema_is_refused()
    {
        await FillAsync();
        Edit("INSERT INTO schema_version VALUES(7, '2030')");

        var act = VerifyAsync;

        (await act.Should().ThrowAsync<StoreFileException>()).WithMessage("*newer Bridge (schema 7; this one knows up to 1)*");
    }

    [Fact]
    public async Task An_empty_file_is_a_new_store_but_not_where_a_journal_was()
    {
        await File.WriteAllBytesAsync(Database, []);
        (await VerifyAsync()).Should().Be(0);
        await FillAsync();
        await File.WriteAllBytesAsync(Database, []);

        var act = VerifyAsync;

        (await act.Should().ThrowAsync<RunStoreCorruptException>()).Which.Sequence.Should().Be(1);
    }

    [Fact]
    public async Task A_missing_file_is_refused_where_a_journal_was()
    {
        await FillAsync();
        File.Delete(Database);

        var act = VerifyAsync;

        (await act.Should().ThrowAsync<RunStoreCorruptException>()).WithMessage("*gone*60*");
    }

    [Fact]
    public async Task A_file_cut_at_its_end_is_refused()
    {
        await FillAsync();
        var length = new FileInfo(Database).Length;
        for (var cut = length - 1; cut > 0; cut -= 1 + (length / 12))
        {
            using (var file = File.OpenWrite(Database))
            {
                file.SetLength(cut);
            }

            var act = VerifyAsync;
            await act.Should().ThrowAsync<RunStoreCorruptException>($"the file was cut from {length} to {cut} bytes");
        }
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("cut")]
    [InlineData("flip")]
    public async Task Lost_commits_of_a_damaged_log_are_noticed(string damage)
    {
        // A copy of the files of a living store is what a killed process leaves.
        var copy = folder.File("copy.db");
        await using (var store = SqliteRunStore.Open(Database, time))
        {
            await AppendAllAsync(store);
            foreach (var suffix in new[] { "", "-wal", ".head" })
            {
                File.Copy(Database + suffix, copy + suffix);
            }
        }

        File.Copy(copy, folder.File("good.db"));
        File.Copy(copy + "-wal", folder.File("good.db-wal"));
        File.Copy(copy + ".head", folder.File("good.db.head"));
        var bytes = await File.ReadAllBytesAsync(copy + "-wal");
        switch (damage)
        {
            case "delete":
                File.Delete(copy + "-wal");
                break;
            case "cut":
                await File.WriteAllBytesAsync(copy + "-wal", bytes[..(bytes.Length / 2)]);
                break;
            default:
                bytes[bytes.Length / 2] ^= 1;
                await File.WriteAllBytesAsync(copy + "-wal", bytes);
                break;
        }

        await using (var good = SqliteRunStore.Open(folder.File("good.db"), time))
        {
            (await good.VerifyJournalAsync(default)).Should().Be(Records);
        }

        var act = () =>
        {
            var store = SqliteRunStore.Open(copy, time);
            return store.DisposeAsync();
        };
        act.Should().Throw<RunStoreCorruptException>().WithMessage($"*copy.db*{Records} records were committed*");
    }

    [Fact]
    public async Task A_journal_written_anew_over_the_committed_one_is_noticed()
    {
        await FillAsync();
        var mark = await File.ReadAllBytesAsync(Database + ".head");
        foreach (var file in folder.Files())
        {
            File.Delete(file);
        }

        time.Advance(TimeSpan.FromSeconds(1));
        await FillAsync();
        await File.WriteAllBytesAsync(Database + ".head", mark);

        var act = VerifyAsync;

        (await act.Should().ThrowAsync<RunStoreCorruptException>()).Which.Sequence.Should().Be(Records);
    }

    [Fact]
    public async Task A_torn_or_missing_mark_does_no_harm()
    {
        await FillAsync();

        await File.WriteAllBytesAsync(Database + ".head", [1, 2, 3]);
        (await VerifyAsync()).Should().Be(Records);
        File.Delete(Database + ".head");
        (await VerifyAsync()).Should().Be(Records);
    }

    [Fact]
    public async Task Any_flipped_byte_is_noticed_or_changes_nothing()
    {
        await FillAsync();
        var good = await File.ReadAllBytesAsync(Database);
        var expected = await ContentAsync();
        var random = new Random(20270104);
        var (refused, harmless) = (0, 0);
        for (var flip = 0; flip < 400; flip++)
        {
            var bytes = (byte[])good.Clone();

            // Half of the flips in the first page: header and schema are where most can go wrong.
            var at = random.Next(flip % 2 == 0 ? 4096 : bytes.Length);
            bytes[at] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(Database, bytes);
            try
            {
                (await VerifyAsync()).Should().Be(Records);
                (await ContentAsync()).Should().Equal(expected, $"byte {at} was flipped unnoticed");
                harmless++;
            }
            catch (Exception error) when (error is RunStoreCorruptException or StoreFileException)
            {
                error.Message.Should().Contain(Database);
                refused++;
            }

            File.Delete(Database + "-wal");
            File.Delete(Database + "-shm");
        }

        refused.Should().BeGreaterThan(100);
        harmless.Should().BeGreaterThan(0);
    }

    private async Task FillAsync()
    {
        await using var store = SqliteRunStore.Open(Database, time);
        await AppendAllAsync(store);
    }

    private static async Task AppendAllAsync(SqliteRunStore store)
    {
        var epoch = await store.TakeOwnershipAsync("owner", default);
        var run = new RunRow { RunId = "r", PlanHash = "p", ApprovalId = "a", Status = RunStatus.Running, StartedAt = DateTimeOffset.UnixEpoch };
        await store.AppendAsync(epoch, new(JournalKind.RunStarted, "r", null, []), [new StoreChange.SetRun(run)], default);
        for (var number = 3; number <= Records; number++)
        {
            var step = $"s{number:D4}";
            await store.AppendAsync(
                epoch,
                new(JournalKind.Applied, "r", step, new() { ["target"] = "9001", ["text"] = new string('t', 200) }),
                [
                    new StoreChange.SetStep(new() { RunId = "r", StepId = step, State = StepState.Applied, TargetId = "9001", Since = DateTimeOffset.UnixEpoch }),
                    new StoreChange.SetIdMap(new() { Entity = EntityKind.Partner, Source = step, Target = "9001", Created = true, RunId = "r" }),
                    new StoreChange.SetDocument("kind", step, "{}"),
                ],
                default);
        }
    }

    private async Task<long> VerifyAsync()
    {
        await using var store = SqliteRunStore.Open(Database, time);
        return await store.VerifyJournalAsync(default);
    }

    private async Task<List<string>> ContentAsync()
    {
        await using var store = SqliteRunStore.Open(Database, time);
        var content = await store.ReadJournalAsync(0, default).Select(entry => $"{entry.Sequence} {entry.Hash} {JournalChain.Canonical(entry.Record)}").ToListAsync();
        content.AddRange(await store.ReadStepsAsync("r", StepState.Applied, default).Select(row => row.ToString()).ToListAsync());
        content.AddRange(await store.ReadIdMapAsync(EntityKind.Partner, default).Select(row => row.ToString()).ToListAsync());
        content.AddRange(await store.ReadDocumentsAsync("kind", default).Select(row => row.ToString()).ToListAsync());
        content.AddRange(await store.ReadRunsAsync(default).Select(row => row.ToString()).ToListAsync());
        content.Add(string.Join(",", await store.CountStepsAsync("r", default)));
        return content;
    }

    private SqliteConnection Connect()
    {
        SqliteLibrary.Load();
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Edit(string sql)
    {
        using var connection = Connect();
        SqliteFile.Execute(connection, sql);
    }
}
