using System.Runtime.CompilerServices;
using Bridge.Model.Findings;
using Bridge.Model.Programs;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Impact.Files;

namespace Bridge.Rails.Impact;

/// <summary>
/// Looks whether a connection can do its work, by reads alone: one per endpoint group, since tokens are scoped per endpoint.
/// The token for writes is asked who it is; what it may write shows with the first write only.
/// </summary>
internal sealed class ImpactConnectionCheck(ImpactClient client, ImpactClient writer, ImpactOptions options, string connection, Pacer pacer, TimeProvider time, IFilePackFormat packs) : IConnectionCheck
{
    public async IAsyncEnumerable<ConnectionCheck> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Program? program = null;
        var credentials = await TryAsync(
            "credentials",
            async () =>
            {
                program = ImpactTranslator.Program(await client.GetProgramAsync(cancellationToken), options);
                return $"program {program.Id}, '{program.Name}'";
            });
        yield return credentials;
        if (program is null)
        {
            yield break;
        }

        yield return State(program);
        yield return DeepLinking(program);
        foreach (var (name, read) in Scopes(cancellationToken))
        {
            yield return await TryAsync(name, async () => Rows(await read()));
        }

        yield return await WriteTokenAsync(program, cancellationToken);
        yield return RateBudget();
        await foreach (var check in PackColumnCheck.RunAsync(packs, cancellationToken))
        {
            yield return check;
        }
    }

    private static string Rows(ImpactPage page) => page.Total is { } total ? $"{total} rows" : page.Rows.Count == 0 ? "no rows" : "rows";

    private static Finding Problem(string code, Severity severity, string place, string? value, string message, string remedy) =>
        new() { Code = code, Severity = severity, Place = place, Value = value, Message = message, Remedy = remedy };

    private IEnumerable<(string Name, Func<Task<ImpactPage>> Read)> Scopes(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        yield return ("scope MediaPartners", () => client.ListPartnersAsync(null, null, 1, cancellationToken));
        yield return ("scope Campaigns/Contracts", () => client.ListContractsAsync(null, "ACTIVE", null, 1, cancellationToken));
        yield return ("scope MediaPartnerGroups", () => client.ListGroupsAsync(null, 1, cancellationToken));
        yield return ("scope PromoCodes", () => client.ListCodesAsync(null, null, 1, cancellationToken));
        yield return ("scope Deals", () => client.ListDealsAsync(null, 1, cancellationToken));
        yield return ("scope Actions", () => client.ListActionsAsync(null, now.AddDays(-1), now, 2_000, cancellationToken));
    }

    private async Task<ConnectionCheck> TryAsync(string name, Func<Task<string>> check)
    {
        try
        {
            return new ConnectionCheck(name, await check());
        }
        catch (RailException error)
        {
            var remedy = error switch
            {
                RailAuthenticationException { Status: 403 } => "Give the token this endpoint group in Settings > Technical > API, with read access at least.",
                RailAuthenticationException => "Check account SID and token: the SID is the user name, and an agency uses its own SID and token.",
                RailNotFoundException => "Check 'programId', and 'advertiserId' under an agency.",
                RailRateLimitedException => "Wait for the account's hour to pass, or lower the share that others use.",
                _ => "Try again; look at the status page of impact.com when it stays so.",
            };
            return new ConnectionCheck(name, error.Kind.ToString(), Problem("BRG-IMP-001", Severity.Blocking, $"{connection}, {error.Operation}", null, error.Message, remedy));
        }
    }

    private ConnectionCheck State(Program program) => new(
        "program state",
        program.NativeStatus ?? "none",
        program.Status == ProgramStatus.Active ? null : Problem(
            "BRG-IMP-002", Severity.Blocking, $"{connection}, program {program.Id}", program.NativeStatus,
            "The target program is not ACTIVE: partners cannot be brought in.",
            "Finish the program's set-up in impact.com, or have it activated, then check again."));

    private ConnectionCheck DeepLinking(Program program)
    {
        var hosts = program.PermittedHosts.Count == 0 ? "no host named" : string.Join(", ", program.PermittedHosts);
        return new ConnectionCheck(
            "deep linking",
            program.DeepLinking ? hosts : "off",
            program.DeepLinking && program.PermittedHosts.Count > 0 ? null : Problem(
                "BRG-IMP-003", Severity.Warning, $"{connection}, program {program.Id}", null,
                program.DeepLinking
                    ? "Deep linking is on and no host is permitted: links with a destination may land on a page of impact.com."
                    : "Deep linking is off: links with a destination of their own cannot be made.",
                "Turn deep linking on and list every landing host in the program's tracking settings."));
    }

    /// <summary>A missing token for writes is no problem: until a plan is applied, nothing is written.</summary>
    private async Task<ConnectionCheck> WriteTokenAsync(Program program, CancellationToken cancellationToken)
    {
        if (options.WriteToken is null)
        {
            return new ConnectionCheck("write token", options.WriteTokenReference is { } reference ? $"{reference} is not set: 'bridge apply' needs it" : "none: Bridge only reads; 'bridge apply' needs 'writeToken'");
        }

        try
        {
            var reached = ImpactTranslator.Program(await writer.GetProgramAsync(cancellationToken), options);
            return new ConnectionCheck("write token", $"reaches program {reached.Id}, '{reached.Name}'; what it may write shows with the first write");
        }
        catch (RailException error)
        {
            return new ConnectionCheck("write token", error.Kind.ToString(), Problem(
                "BRG-IMP-006", Severity.Warning, $"{connection}, writeToken", null,
                $"The token for writes does not reach program {program.Id}: {error.Message}",
                "Before a plan is applied, give 'writeToken' a token of this account with read access to GET /Campaigns/{id} and the write scopes that 'bridge doctor' lists."));
        }
    }

    private ConnectionCheck RateBudget()
    {
        var budget = pacer.Budgets()[0];
        var detail = $"{budget.Allowed} of {budget.AccountLimit} calls an hour for Bridge, {budget.Used} used, {budget.Remaining?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} left on the account";
        return new ConnectionCheck("rate budget", detail, budget.Remaining is 0
            ? Problem("BRG-IMP-004", Severity.Warning, connection, null, "The account's rate limit is used up.", "Other systems share this account: wait, or ask them to slow down.")
            : null);
    }
}
