using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Bogus;
using Bridge.Engine.Execution;
using Bridge.Engine.Privacy;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Http;
using Bridge.Storage.Keys;
using Bridge.Storage.Sqlite;
using Bridge.Storage.Sqlite.Vault;
using Bridge.Storage.Tests.Contracts;
using Bridge.Testing.Time;
using Microsoft.Data.Sqlite;

namespace Bridge.Storage.Tests.Vault;

public sealed class SqlitePersonalVaultTests : PersonalVaultContract, IDisposable
{
    private readonly TestFolder folder = new();
    private readonly ManualTimeProvider time = new();

    private string Database => folder.File("vault.db");

    private string KeyPath => folder.File("keys/program.key");

    public void Dispose() => folder.Dispose();

    protected override IPersonalVault OpenVault() => SqlitePersonalVault.Open(Database, KeyPath, time);

    [Fact]
    public async Task No_file_holds_a_value_in_clear()
    {
        var faker = new Faker { Random = new Randomizer(20270104) };
        var vault = Open();
        var values = new List<string>();
        for (var number = 0; number < 2000; number++)
        {
            foreach (var (kind, value) in new[]
            {
                (PersonalKind.Email, faker.Internet.Email(provider: "example.com", uniqueSuffix: $"{number}")), (PersonalKind.Phone, faker.Phone.PhoneNumber("+49 30 #######")),
                (PersonalKind.LastName, faker.Name.LastName() + number), (PersonalKind.AddressLine, faker.Address.StreetAddress()), (PersonalKind.TaxNumber, faker.Random.Replace("DE#########")),
            })
            {
                vault.Protect($"acme/{number}", kind, value);
                values.Add(value);
            }
        }

        await vault.FlushAsync(default);
        var open = Search(values);
        await vault.DisposeAsync();
        var closed = Search(values);

        open.Should().BeEmpty();
        closed.Should().BeEmpty();
    }

    [Fact]
    public async Task An_erased_key_and_its_values_are_gone_from_every_file()
    {
        var vault = Open();
        var value = vault.Protect(Owner, PersonalKind.Email, "ada@example.com");
        vault.Protect("acme/other", PersonalKind.Email, "bob@example.com");
        await vault.FlushAsync(default);
        var (key, cipher) = StoredOf(Owner, value);
        Contains(key).Should().BeTrue("the search must be able to find it");

        await vault.EraseAsync(Owner, default);

        Contains(key).Should().BeFalse();
        Contains(cipher).Should().BeFalse();
        await vault.DisposeAsync();
        Contains(key).Should().BeFalse();
    }

    [Fact]
    public void Equal_pages_are_sealed_differently_each_time()
    {
        var vault = Open();

        vault.SealRaw("p", "same"u8).Should().NotEqual(vault.SealRaw("p", "same"u8));
    }

    [Fact]
    public async Task A_hundred_thousand_values_are_quick_and_do_not_stay_in_memory()
    {
        var vault = Open();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();

        for (var number = 0; number < 100_000; number++)
        {
            vault.Protect($"acme/{number / 5}", (PersonalKind)(number % 5), $"value number {number} with some length");
        }

        await vault.FlushAsync(default);

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60));
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(8 * 1024 * 1024);
        vault.Reveal(vault.Protect("acme/19999", (PersonalKind)4, "value number 99999 with some length")).Should().Be("value number 99999 with some length");
    }

    [Fact]
    public async Task Unflushed_values_of_a_full_disk_are_not_forgotten()
    {
        await using (var small = SqlitePersonalVault.Open(Database, ProgramKey.Open(KeyPath, mayCreate: true), time, largestPageCount: 12))
        {
            for (var number = 0; number < 400; number++)
            {
                small.Protect(Owner, PersonalKind.Email, $"user{number}@example.com");
            }

            (await small.Invoking(it => it.FlushAsync(default)).Should().ThrowAsync<StoreFileException>()).WithMessage("*no space left*Free some space*");
            small.Reveal(small.Protect(Owner, PersonalKind.Email, "user7@example.com")).Should().Be("user7@example.com");
            await small.Invoking(async it => await it.DisposeAsync()).Should().ThrowAsync<StoreFileException>();
        }

        Open().Reveal(new PersonalHasher(ProgramKey.Open(KeyPath, mayCreate: false).HashKey).Hash(PersonalKind.Email, "user7@example.com")).Should().BeNull();
    }

    [Theory]
    [InlineData("UPDATE value SET sealed = (SELECT sealed FROM value WHERE kind = 3) WHERE kind = 2")]
    [InlineData("UPDATE value SET owner = (SELECT id FROM owner WHERE name = 'acme/other') WHERE kind = 2")]
    [InlineData("UPDATE owner SET wrapped_key = (SELECT wrapped_key FROM owner WHERE name = 'acme/other') WHERE name = 'acme-rakuten/4711'")]
    [InlineData("UPDATE value SET sealed = zeroblob(40)")]
    [InlineData("UPDATE value SET sealed = x'00'")]
    public async Task A_value_that_was_moved_or_changed_is_refused(string sql)
    {
        var first = Open();
        var email = first.Protect(Owner, PersonalKind.Email, "ada@example.com");
        first.Protect(Owner, PersonalKind.Phone, "+49 30 123");
        first.Protect("acme/other", PersonalKind.City, "Bergen");
        await first.DisposeAsync();
        using (var connection = Connect())
        {
            SqliteFile.Execute(connection, sql);
        }

        var vault = Open();

        vault.Invoking(it => it.Reveal(email)).Should().Throw<StoreFileException>().WithMessage($"{Database}: *does not match its seal*backup*");
    }

    [Fact]
    public async Task The_key_file_is_made_once_and_for_its_user_alone()
    {
        var vault = Open();
        var key = await File.ReadAllTextAsync(KeyPath);
        await vault.DisposeAsync();

        Open();

        Convert.FromBase64String(key).Should().HaveCount(32);
        (await File.ReadAllTextAsync(KeyPath)).Should().Be(key);
        Directory.GetFiles(folder.File("keys")).Should().ContainSingle();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(KeyPath).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(folder.File("keys")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void A_key_file_that_others_may_read_is_refused_with_the_command_that_helps()
    {
        Open();
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var act = () => SqlitePersonalVault.Open(Database, KeyPath, time);

        act.Should().Throw<StoreFileException>().WithMessage($"{KeyPath}: *chmod 600*");
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("AAAA")]
    public async Task A_file_that_is_no_key_is_refused(string text)
    {
        await Open().DisposeAsync();
        await File.WriteAllTextAsync(KeyPath, text);

        var act = () => SqlitePersonalVault.Open(Database, KeyPath, time);

        act.Should().Throw<StoreFileException>().WithMessage($"{KeyPath}: It is no program key*");
    }

    [Fact]
    public async Task A_missing_key_is_not_replaced_where_a_vault_is()
    {
        await Open().DisposeAsync();
        File.Delete(KeyPath);

        var act = () => SqlitePersonalVault.Open(Database, KeyPath, time);

        act.Should().Throw<StoreFileException>().WithMessage($"{KeyPath}: The key file is missing*backup*");
        File.Exists(KeyPath).Should().BeFalse();
    }

    [Fact]
    public async Task Another_key_is_refused_before_anything_is_written()
    {
        await Open().DisposeAsync();

        var act = () => SqlitePersonalVault.Open(Database, new SecretText(Convert.ToBase64String(new byte[32])), time);

        act.Should().Throw<StoreFileException>().WithMessage($"{Database}: The vault was made with another program key*");
    }

    [Fact]
    public async Task A_given_key_serves_without_a_key_file_and_is_never_quoted()
    {
        var text = Convert.ToBase64String(SHA256.HashData("key"u8));
        await using (var first = SqlitePersonalVault.Open(Database, new SecretText(text), time))
        {
            first.Protect(Owner, PersonalKind.City, "Bergen");
        }

        await using var vault = SqlitePersonalVault.Open(Database, new SecretText(text), time);

        vault.Reveal(vault.Protect(Owner, PersonalKind.City, "bergen")).Should().Be("Bergen");
        Directory.Exists(folder.File("keys")).Should().BeFalse();
        FluentActions.Invoking(() => SqlitePersonalVault.Open(Database, new SecretText("my secret words"), time))
            .Should().Throw<StoreFileException>().Which.ToString().Should().NotContain("my secret words");
    }

    [Fact]
    public async Task A_file_that_is_no_vault_is_refused()
    {
        Directory.CreateDirectory(folder.File("keys"));
        ProgramKey.Open(KeyPath, mayCreate: true);
        await File.WriteAllTextAsync(Database, new string('x', 5000));

        var act = () => SqlitePersonalVault.Open(Database, KeyPath, time);

        act.Should().Throw<StoreFileException>().WithMessage($"{Database}: *no vault*");
    }

    [Fact]
    public async Task What_another_vault_of_the_same_file_flushed_is_seen()
    {
        var writer = Open();
        var reader = Open();
        var value = writer.Protect(Owner, PersonalKind.City, "Bergen");
        reader.Reveal(value).Should().BeNull();

        await writer.FlushAsync(default);

        reader.Reveal(value).Should().Be("Bergen");
        await reader.EraseAsync(Owner, default);
        writer.Reveal(value).Should().BeNull();
        writer.Protect(Owner, PersonalKind.City, "Bergen");
        await writer.FlushAsync(default);
        reader.Reveal(value).Should().BeNull("what one erased, another does not bring back");
        writer.Reveal(value).Should().BeNull();
    }

    private (byte[] Key, byte[] Cipher) StoredOf(string owner, PersonalValue value)
    {
        using var connection = Connect();
        using var find = new SqliteStatement(connection, "SELECT o.wrapped_key, v.sealed FROM owner o JOIN value v ON v.owner = o.id WHERE o.name = ?1 AND v.hash = ?2");
        var row = find.Rows(owner, Convert.FromHexString(value.Hash)).Single();
        return ((byte[])row[0], (byte[])row[1]);
    }

    private bool Contains(byte[] needle) => folder.Files().Any(file => ReadShared(file).AsSpan().IndexOf(needle) >= 0);

    private List<string> Search(IReadOnlyList<string> values)
    {
        var files = folder.Files().Select(ReadShared).ToList();
        files.Sum(bytes => bytes.Length).Should().BeGreaterThan(500_000, "the values must be somewhere");
        return [.. values.Distinct().Where(value => files.Exists(bytes =>
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(value)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(value)) >= 0 ||
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(PersonalNormalizer.Normalize(PersonalKind.City, value))) >= 0))];
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    private SqliteConnection Connect()
    {
        SqliteLibrary.Load();
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }
}
