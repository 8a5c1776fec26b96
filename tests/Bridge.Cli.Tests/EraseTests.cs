using System.Text;
using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests;
using Bridge.Engine.Artifacts;
using Bridge.Hosting;
using Bridge.Model.Identity;
using Bridge.Model.Privacy;
using Bridge.Simulation.Rakuten;

namespace Bridge.Cli.Tests;

/// <summary>A person is put everywhere first, then erased; the search is the one that looks for the personal values of a whole pack.</summary>
public sealed class EraseTests
{
    [Fact]
    public async Task After_an_erasure_no_artifact_database_page_report_or_pack_holds_the_person_and_the_audit_still_verifies()
    {
        await using var lab = await MigrationLab.CreateAsync();
        await lab.ApproveAsync();
        (await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName)).ExitCode.Should().Be(5);
        await HandOutAsync(lab);
        var person = InOutbox(lab);
        var values = await ValuesAsync(lab, person);
        var search = new ByteSearch(values);
        var shown = await lab.RunAsync("show", "partner", person.Sid, "--show-personal", "--as", "Maria");
        var masked = await lab.RunAsync("show", "partner", person.Sid);
        Kept(lab, search).Should().NotBeEmpty("the person lies in a file that waits for upload");
        (await RawAsync(lab, search)).Should().NotBeEmpty("the person lies in raw pages");
        search.Find(Encoding.UTF8.GetBytes(shown.Output)).Should().NotBeEmpty();
        shown.Output.Should().ContainEquivalentOf(person.Email);
        search.Find(Encoding.UTF8.GetBytes(masked.Output)).Should().BeEmpty();
        masked.Output.Should().ContainEquivalentOf($"{person.Email![..1]}***@");

        var erased = await lab.RunAsync("erase", person.Sid, "--as", "Maria", "--reason", "request 17", "--json");

        erased.ExitCode.Should().Be(0, erased.Output + erased.Error);
        ((long)erased.Json["values"]!).Should().BePositive();
        erased.Json["rawFiles"]!.AsArray().Should().NotBeEmpty().And.OnlyContain(file => ((string)file!).Contains(" sha256 "));
        erased.Json["takenBack"]!.AsArray().Should().NotBeEmpty();
        erased.Json["handedOut"]!.AsArray().Should().NotBeEmpty();
        erased.Json["yours"]!.AsArray().Select(file => (string)file!).Should().Contain(file => file.StartsWith("exports/publisher", StringComparison.Ordinal));
        erased.Json["left"]!.AsArray().Should().BeEmpty();
        Kept(lab, search).Should().BeEmpty();
        (await RawAsync(lab, search)).Should().BeEmpty();
        await RequireWholeAsync(lab, person);
        var again = await lab.RunAsync("erase", person.Sid, "--as", "Maria", "--reason", "request 17", "--json");
        again.ExitCode.Should().Be(0, again.Output + again.Error);
        ((long)again.Json["values"]!).Should().Be(0);

        // The run goes on for everybody else, and their file comes back without the person.
        var resumed = await lab.RunAsync("resume", "latest", "--json");
        resumed.ExitCode.Should().Be(5, resumed.Output + resumed.Error);
        resumed.Json["entities"]!.AsObject().Should().OnlyContain(pair => (bool)pair.Value!["balanced"]!);
        Kept(lab, search).Should().BeEmpty();

        // Read again, the person is a finding and no more: nothing is kept until the erasure is lifted.
        (await lab.RunAsync("extract", "--anew")).ExitCode.Should().Be(0);
        var plan = await lab.RunAsync("plan", "--json");
        ((JsonObject)plan.Json["reasons"]!).Should().Contain(pair => pair.Key == "partners blocked PartnerErased");
        (await RawAsync(lab, search)).Should().BeEmpty();
        Kept(lab, search).Should().BeEmpty();
        await RequireWholeAsync(lab, person);
        (await lab.RunAsync("erase", person.Sid, "--lift", "--as", "Maria", "--reason", "signed up again")).ExitCode.Should().Be(0);
        (await lab.RunAsync("extract", "--anew")).ExitCode.Should().Be(0);
        var lifted = await lab.RunAsync("plan", "--json");
        ((JsonObject)lifted.Json["reasons"]!).Should().NotContain(pair => pair.Key == "partners blocked PartnerErased");
    }

    [Fact]
    public async Task Who_was_never_read_can_be_erased_and_stays_out()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        var person = lab.Pack.Publishers[0];

        var erased = await lab.RunAsync("erase", person.Sid, "--as", "Maria", "--reason", "request 18", "--json");
        await lab.RunAsync("extract");
        var plan = await lab.RunAsync("plan", "--json");

        erased.ExitCode.Should().Be(0, erased.Output + erased.Error);
        ((JsonObject)plan.Json["reasons"]!).Should().Contain(pair => pair.Key == "partners blocked PartnerErased" && (long)pair.Value! == 1);
        await using var migration = await OpenAsync(lab);
        migration.Host.Vault.ValuesOf($"from/{person.Sid}").Should().BeEmpty();
    }

    [Fact]
    public async Task The_key_may_come_from_outside_and_a_wrong_or_missing_one_is_told_and_nothing_is_written()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        lab.Rewrite("overrides: overrides.csv", "overrides: overrides.csv\nkeys:\n  program: env:PROGRAM_KEY");
        var missing = await lab.RunAsync("extract");
        lab.SetVariable("PROGRAM_KEY", Convert.ToBase64String(Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef")));
        var first = await lab.RunAsync("extract");
        var doctor = await lab.RunAsync("doctor");
        lab.SetVariable("PROGRAM_KEY", Convert.ToBase64String(Encoding.ASCII.GetBytes("fedcba9876543210fedcba9876543210")));
        var vault = await File.ReadAllBytesAsync(Path.Combine(lab.Folder, ".bridge", "vault.db"));

        var wrong = await lab.RunAsync("extract");
        lab.SetVariable("PROGRAM_KEY", "no key");
        var broken = await lab.RunAsync("extract");

        (missing.ExitCode, first.ExitCode, wrong.ExitCode, broken.ExitCode).Should().Be((1, 0, 1, 1), first.Error);
        missing.Error.Should().Contain("env:PROGRAM_KEY").And.Contain("openssl rand -base64 32");
        wrong.Error.Should().Contain("another program key");
        broken.Error.Should().Contain("32 bytes in base64");
        doctor.Output.Should().Contain("key: env:PROGRAM_KEY, fingerprint ");
        File.Exists(Path.Combine(lab.Folder, ".bridge", "keys", "program.key")).Should().BeFalse();
        (await File.ReadAllBytesAsync(Path.Combine(lab.Folder, ".bridge", "vault.db"))).Should().Equal(vault);
    }

    /// <summary>The templates are said to be built, so that partners go into files for upload.</summary>
    private static async Task HandOutAsync(MigrationLab lab)
    {
        var tasks = await lab.RunAsync("tasks", "--json");
        foreach (var task in tasks.Json["tasks"]!.AsArray().Where(task => (bool)task!["needsAnswer"]!))
        {
            var answered = await lab.RunAsync("tasks", "answer", (string)task!["id"]!, $"{lab.Impact.Seed.Brand.Templates[0].TemplateId}", "--as", "Maria");
            answered.ExitCode.Should().Be(0, answered.Error);
        }

        (await lab.RunAsync("resume", "latest")).ExitCode.Should().Be(5);
    }

    private static RakutenPublisher InOutbox(MigrationLab lab)
    {
        var texts = Directory.EnumerateFiles(Path.Combine(lab.Folder, "outbox")).Select(File.ReadAllText).ToList();
        return lab.Pack.Publishers.First(publisher => publisher.Email is { } mail && texts.Exists(text => text.Contains(mail, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Those of the pack's personal values that stand in a line about the person, and that nobody else has.</summary>
    private static async Task<IReadOnlyList<string>> ValuesAsync(MigrationLab lab, RakutenPublisher person)
    {
        var all = await PackSecrets.ReadAsync(lab.Exports);
        var lines = Directory.EnumerateFiles(lab.Exports, "publisher*.csv").SelectMany(file => File.ReadAllLines(file, Encoding.Latin1)).ToList();
        bool IsOf(string line) => line.Contains(person.Sid, StringComparison.Ordinal);
        var values = all.Where(value => lines.Exists(line => IsOf(line) && line.Contains(value, StringComparison.Ordinal)) && !lines.Exists(line => !IsOf(line) && line.Contains(value, StringComparison.Ordinal))).ToList();
        values.Should().Contain(value => string.Equals(value, person.Email, StringComparison.OrdinalIgnoreCase));
        return values;
    }

    private static List<string> Kept(MigrationLab lab, ByteSearch search) =>
        [.. new[] { ".bridge", "reports", "outbox" }.Select(name => Path.Combine(lab.Folder, name)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .SelectMany(file => search.Find(File.ReadAllBytes(file)).Select(value => $"{Path.GetRelativePath(lab.Folder, file)}: {value}"))];

    private static async Task<List<string>> RawAsync(MigrationLab lab, ByteSearch search)
    {
        var found = new List<string>();
        await using var migration = await OpenAsync(lab);
        foreach (var side in Enum.GetValues<SnapshotSide>())
        {
            await foreach (var id in migration.Pipeline.Snapshots.ListAsync(side, default))
            {
                var snapshot = (await migration.Pipeline.Snapshots.OpenAsync(side, id, default))!;
                foreach (var entity in Enum.GetValues<EntityKind>())
                {
                    await foreach (var page in snapshot.ReadRawAsync(entity, migration.Host.Vault, default))
                    {
                        found.AddRange(search.Find(page.Bytes.ToArray()));
                    }
                }
            }
        }

        return found;
    }

    private static async Task RequireWholeAsync(MigrationLab lab, RakutenPublisher person)
    {
        await using var migration = await OpenAsync(lab);
        (await migration.Host.Runs.VerifyJournalAsync(default)).Should().BePositive();
        migration.Host.Vault.Reveal(migration.Host.Vault.Hash(PersonalKind.Email, person.Email!)).Should().BeNull();
        migration.Host.Vault.ValuesOf($"from/{person.Sid}").Should().BeEmpty();
        foreach (var side in Enum.GetValues<SnapshotSide>())
        {
            await foreach (var id in migration.Pipeline.Snapshots.ListAsync(side, default))
            {
                var verification = await migration.Pipeline.Snapshots.VerifyAsync((await migration.Pipeline.Snapshots.OpenAsync(side, id, default))!, default);
                verification.Problems.Should().BeEmpty();
            }
        }
    }

    private static Task<OpenMigration> OpenAsync(MigrationLab lab) => OpenMigration.OpenAsync(lab.Folder, new HostSettings { Time = lab.Time, Environment = _ => null, Operator = "test" }, default);
}
