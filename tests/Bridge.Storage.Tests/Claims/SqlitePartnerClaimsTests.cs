using Bridge.Engine.Brands;
using Bridge.Storage.Sqlite;
using Bridge.Testing.Time;

namespace Bridge.Storage.Tests.Claims;

public sealed class SqlitePartnerClaimsTests : IAsyncLifetime, IDisposable
{
    private static readonly PartnerClaim Us = new("us", "run-1", "partners/11/create", "11");
    private static readonly PartnerClaim De = new("de", "run-9", "partners/77/create", "77");
    private readonly TestFolder folder = new();
    private readonly List<SqlitePartnerClaims> opened = [];
    private readonly HashSet<PartnerClaim> fallen = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var claims in opened)
        {
            await claims.DisposeAsync();
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task One_key_in_common_is_enough_to_refuse()
    {
        var claims = Open();

        var first = await claims.ClaimAsync(Us, ["host/a", "id/11"], CancellationToken.None);
        var second = await claims.ClaimAsync(De, ["email/x", "host/a"], CancellationToken.None);

        first.Should().BeNull();
        second.Should().Be(Us);
    }

    [Fact]
    public async Task A_refused_claim_leaves_nothing_behind()
    {
        var claims = Open();
        await claims.ClaimAsync(Us, ["host/a"], CancellationToken.None);
        await claims.ClaimAsync(De, ["email/x", "host/a"], CancellationToken.None);

        (await claims.ClaimAsync(Us with { Step = "partners/12/create" }, ["email/x"], CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task The_same_program_may_claim_again()
    {
        var claims = Open();
        await claims.ClaimAsync(Us, ["host/a"], CancellationToken.None);

        (await claims.ClaimAsync(Us with { RunId = "run-2" }, ["host/a"], CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task A_claim_that_fell_is_taken_over()
    {
        var claims = Open();
        await claims.ClaimAsync(Us, ["host/a"], CancellationToken.None);
        fallen.Add(Us);

        (await claims.ClaimAsync(De, ["host/a"], CancellationToken.None)).Should().BeNull();
        (await claims.ClaimAsync(Us, ["host/a"], CancellationToken.None)).Should().Be(De);
    }

    [Fact]
    public async Task Of_two_that_claim_at_once_one_gets_it()
    {
        SqlitePartnerClaims[] processes = [Open(), Open()];
        PartnerClaim[] programs = [Us, De];

        for (var round = 0; round < 40; round++)
        {
            string[] keys = [$"host/{round}", $"id/{round}"];
            var answers = await Task.WhenAll(programs.Select((program, place) => Task.Run(() => processes[place].ClaimAsync(program, place == 0 ? keys : [.. keys.Reverse()], CancellationToken.None))));

            answers.Count(answer => answer is null).Should().Be(1);
        }
    }

    [Fact]
    public async Task Claims_outlive_the_process()
    {
        await using (var first = SqlitePartnerClaims.Open(folder.File("claims.db"), new ManualTimeProvider(), Stands))
        {
            await first.ClaimAsync(Us, ["host/a"], CancellationToken.None);
        }

        (await Open().ClaimAsync(De, ["host/a"], CancellationToken.None)).Should().Be(Us);
    }

    private SqlitePartnerClaims Open()
    {
        opened.Add(SqlitePartnerClaims.Open(folder.File("claims.db"), new ManualTimeProvider(), Stands));
        return opened[^1];
    }

    private Task<bool> Stands(PartnerClaim claim, CancellationToken cancellationToken) => Task.FromResult(!fallen.Contains(claim));
}
