using System.Security.Cryptography;
using System.Text;
using Bridge.Engine.Privacy;
using Bridge.Model.Privacy;

namespace Bridge.Storage.Tests.Contracts;

/// <summary>What every vault does. Deriving it with an implementation runs the suite against it.</summary>
public abstract class PersonalVaultContract : IAsyncLifetime
{
    private readonly List<IPersonalVault> opened = [];

    protected const string Owner = "acme-rakuten/4711";

    /// <summary>Opens the vault of this test: a second call gives what the next process would see.</summary>
    protected abstract IPersonalVault OpenVault();

    protected IPersonalVault Open()
    {
        opened.Add(OpenVault());
        return opened[^1];
    }

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        foreach (var vault in opened)
        {
            await vault.DisposeAsync();
        }
    }

    [Fact]
    public async Task Reveals_what_was_protected_before_and_after_it_was_flushed()
    {
        var vault = Open();

        var email = vault.Protect(Owner, PersonalKind.Email, "Ada@Example.com");
        var city = vault.Protect(Owner, PersonalKind.City, "Łódź 😀");

        vault.Reveal(email).Should().Be("Ada@Example.com");
        await vault.FlushAsync(default);
        vault.Reveal(email).Should().Be("Ada@Example.com");
        vault.Reveal(city).Should().Be("Łódź 😀");
        email.Kind.Should().Be(PersonalKind.Email);
        email.Hash.Should().MatchRegex("^[0-9a-f]{32}$");
    }

    [Fact]
    public async Task Keeps_flushed_values_and_their_hashes_over_a_restart()
    {
        var first = Open();
        var email = first.Protect(Owner, PersonalKind.Email, "ada@example.com");
        await first.FlushAsync(default);
        var raw = first.SealRaw("page-1", "<html>"u8);
        await first.DisposeAsync();

        var vault = Open();

        vault.Reveal(email).Should().Be("ada@example.com");
        vault.Protect("acme-rakuten/4712", PersonalKind.Email, "ADA@example.com ").Should().Be(email);
        vault.OpenRaw("page-1", raw).Should().Equal("<html>"u8.ToArray());
    }

    [Fact]
    public async Task Spellings_of_a_value_are_one_value_and_the_first_one_is_kept()
    {
        var vault = Open();

        var first = vault.Protect(Owner, PersonalKind.Phone, "+49 30 123");
        var again = vault.Protect(Owner, PersonalKind.Phone, "0049-30-123");
        await vault.FlushAsync(default);
        var later = vault.Protect(Owner, PersonalKind.Phone, "4930123");
        vault.Protect("acme-rakuten/9", PersonalKind.Phone, "49 30 123");
        vault.Reveal(first).Should().Be("+49 30 123");
        await vault.FlushAsync(default);

        again.Should().Be(first);
        later.Should().Be(first);
        vault.Reveal(first).Should().Be("+49 30 123");
    }

    [Fact]
    public void The_same_text_of_another_kind_is_another_value()
    {
        var vault = Open();

        var city = vault.Protect(Owner, PersonalKind.City, "Paris");
        var name = vault.Protect(Owner, PersonalKind.FirstName, "Paris");

        name.Hash.Should().NotBe(city.Hash);
        vault.Reveal(new PersonalValue(PersonalKind.LastName, city.Hash)).Should().BeNull();
    }

    [Theory]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("")]
    [InlineData("not a hash")]
    public void What_was_never_protected_gives_null(string hash)
    {
        Open().Reveal(new PersonalValue(PersonalKind.Email, hash)).Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_blank_value_or_owner_is_refused(string blank)
    {
        var vault = Open();

        vault.Invoking(it => it.Protect(Owner, PersonalKind.Email, blank)).Should().Throw<ArgumentException>();
        vault.Invoking(it => it.Protect(blank, PersonalKind.Email, "ada@example.com")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task Erasing_an_owner_makes_what_only_that_owner_had_unreadable()
    {
        var vault = Open();
        var own = vault.Protect(Owner, PersonalKind.Email, "ada@example.com");
        var shared = vault.Protect(Owner, PersonalKind.City, "Bergen");
        vault.Protect("acme-rakuten/9", PersonalKind.City, "Bergen");
        await vault.FlushAsync(default);
        var unflushed = vault.Protect(Owner, PersonalKind.LastName, "Lovelace");

        var erased = await vault.EraseAsync(Owner, default);

        erased.Should().Be(2, "the city is also somebody else's");
        vault.Reveal(own).Should().BeNull();
        vault.Reveal(unflushed).Should().BeNull();
        vault.Reveal(shared).Should().Be("Bergen");
        (await vault.EraseAsync(Owner, default)).Should().Be(0);
        (await vault.EraseAsync("nobody/1", default)).Should().Be(0);
    }

    [Fact]
    public async Task An_erased_owner_who_is_read_again_is_not_kept_until_it_is_lifted()
    {
        var vault = Open();
        var before = vault.Protect(Owner, PersonalKind.Email, "ada@example.com");
        await vault.EraseAsync(Owner, default);

        var after = vault.Protect(Owner, PersonalKind.Email, "ada@example.com");
        await vault.FlushAsync(default);
        var unread = vault.Reveal(before);
        vault.ValuesOf(Owner).Should().BeEmpty();
        await vault.LiftAsync(Owner, default);
        vault.Protect(Owner, PersonalKind.Email, "ada@example.com");
        await vault.FlushAsync(default);

        after.Should().Be(before);
        unread.Should().BeNull();
        vault.Reveal(before).Should().Be("ada@example.com");
        vault.ValuesOf(Owner).Single().Should().Be(KeyValuePair.Create(PersonalKind.Email, "ada@example.com"));
    }

    [Fact]
    public async Task Somebody_unknown_can_be_erased_before_anything_is_read()
    {
        var vault = Open();

        await vault.EraseAsync("acme-rakuten/77", default);
        var value = vault.Protect("acme-rakuten/77", PersonalKind.Email, "ida@example.com");
        await vault.FlushAsync(default);

        vault.Reveal(value).Should().BeNull();
        value.Should().Be(vault.Hash(PersonalKind.Email, "IDA@example.com"));
    }

    [Fact]
    public async Task Many_threads_may_protect_reveal_and_flush_at_once()
    {
        var vault = Open();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(async () =>
        {
            for (var number = 0; number < 300; number++)
            {
                var text = $"user{number}@example.com";
                var value = vault.Protect($"c/{number}", PersonalKind.Email, text);
                vault.Reveal(value).Should().Be(text);
                if (number % 100 == thread)
                {
                    await vault.FlushAsync(default);
                }
            }
        })));

        await vault.FlushAsync(default);
        vault.Reveal(vault.Protect("c/7", PersonalKind.Email, "user7@example.com")).Should().Be("user7@example.com");
    }

    [Fact]
    public void A_raw_page_opens_under_its_own_name_only_and_only_unchanged()
    {
        var vault = Open();
        var page = Encoding.UTF8.GetBytes("{\"email\":\"ada@example.com\"}");

        var sealedPage = vault.SealRaw("partners/1", page);

        vault.OpenRaw("partners/1", sealedPage).Should().Equal(page);
        vault.OpenRaw("empty", vault.SealRaw("empty", [])).Should().BeEmpty();
        vault.Invoking(it => it.OpenRaw("partners/2", sealedPage)).Should().Throw<CryptographicException>();
        vault.Invoking(it => it.OpenRaw("partners/1", sealedPage.AsSpan(0, 5))).Should().Throw<CryptographicException>();
        for (var at = 0; at < sealedPage.Length; at++)
        {
            var changed = (byte[])sealedPage.Clone();
            changed[at] ^= 1;
            vault.Invoking(it => it.OpenRaw("partners/1", changed)).Should().Throw<CryptographicException>($"byte {at} was changed");
        }
    }
}
