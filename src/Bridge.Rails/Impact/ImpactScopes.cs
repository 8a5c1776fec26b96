using System.Runtime.CompilerServices;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Impact;

/// <summary>
/// What the two tokens may read, one GET for each endpoint group, each asked with both tokens. impact.com has no call that lists a
/// token's scopes: what a token may write shows with the first write alone, and it is said so.
/// </summary>
/// <param name="reader">Calls with the token that reads.</param>
/// <param name="writer">Calls with the token that writes.</param>
/// <param name="options">Settings.</param>
/// <param name="time">Clock.</param>
internal sealed class ImpactScopes(ImpactClient reader, ImpactClient writer, ImpactOptions options, TimeProvider time) : ICredentialScopes
{
    private const string Reads = "authToken";
    private const string Writes = "writeToken";
    private const string Identity = "GET /Campaigns/{id}";
    private const string NoReadShows = "impact.com shows it by no read: it shows with the first call that needs it";

    public async IAsyncEnumerable<CredentialScope> ReadScopesAsync(IReadOnlyCollection<WriteOperation> writes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (scope, what, needed, probe) in Probes(reader))
        {
            var grant = await AskAsync(probe, cancellationToken);
            yield return new CredentialScope(Reads, scope, needed, grant, grant == ScopeGrant.NotShown ? "the answer says neither" : what);
        }

        yield return new CredentialScope(Reads, "every POST, PUT and DELETE", Needed: false, ScopeGrant.NotShown, "the token that reads needs none of them; " + NoReadShows);
        if (options.WriteToken is null)
        {
            foreach (var scope in ScopesOf(writes))
            {
                yield return new CredentialScope(Writes, scope, Needed: true, ScopeGrant.NotShown, "there is no token for writes yet");
            }

            yield break;
        }

        foreach (var (scope, what, _, probe) in Probes(writer))
        {
            // Who the token is, is read with the token itself; nothing else ever is.
            var needed = scope == Identity;
            var grant = await AskAsync(probe, cancellationToken);
            yield return new CredentialScope(Writes, scope, needed, grant, needed ? "says which account and program the token reaches, before the first write" : what);
        }

        foreach (var scope in ScopesOf(writes))
        {
            yield return new CredentialScope(Writes, scope, Needed: true, ScopeGrant.NotShown, NoReadShows);
        }
    }

    private static IEnumerable<string> ScopesOf(IEnumerable<WriteOperation> writes) => writes.Select(each => each.Scope).OfType<string>().Distinct(StringComparer.Ordinal);

    private IEnumerable<(string Scope, string What, bool Needed, Func<CancellationToken, Task> Probe)> Probes(ImpactClient client)
    {
        var now = time.GetUtcNow();
        yield return (Identity, "program, its state and its hosts", true, token => client.GetProgramAsync(token));
        yield return ("GET /MediaPartners", "partners", true, token => client.ListPartnersAsync(null, null, 1, token));
        yield return ("GET /Campaigns/{id}/Contracts", "contracts and their terms", true, token => client.ListContractsAsync(null, "ACTIVE", null, 1, token));
        yield return ("GET /Campaigns/{id}/MediaPartnerGroups", "partner groups", true, token => client.ListGroupsAsync(null, 1, token));
        yield return ("GET /PromoCodes", "promo codes", true, token => client.ListCodesAsync(null, null, 1, token));
        yield return ("GET /Deals", "deals", true, token => client.ListDealsAsync(null, 1, token));
        yield return ("GET /Actions", "conversions: payout parity and cut-over", true, token => client.ListActionsAsync(null, now.AddDays(-1), now, 2_000, token));
    }

    private static async Task<ScopeGrant> AskAsync(Func<CancellationToken, Task> probe, CancellationToken cancellationToken)
    {
        try
        {
            await probe(cancellationToken);
            return ScopeGrant.Granted;
        }
        catch (RailAuthenticationException error) when (error.Status == 403)
        {
            return ScopeGrant.Refused;
        }
        catch (RailException)
        {
            return ScopeGrant.NotShown;
        }
    }
}
