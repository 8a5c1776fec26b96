using System.Security.Cryptography;
using System.Text;
using Bridge.Engine.Execution;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Matching;
using Bridge.Engine.Planning;
using Bridge.Engine.Snapshots;
using Bridge.Model.Identity;
using Bridge.Model.Partners;

namespace Bridge.Engine.Brands;

/// <summary>
/// What the other programs of a brand did with partners: accounts that are there, and accounts that are being made. Found by the
/// id on the source where both programs share it, else by the evidence that the profile accepts. Bounded: one row of about 300
/// bytes for each partner that another program has touched.
/// </summary>
public sealed class SiblingPartners
{
    private readonly Dictionary<string, List<SiblingPartner>> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SiblingPartner>> byHost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SiblingPartner>> byEmail = new(StringComparer.Ordinal);
    private readonly SharedDomains shared;
    private readonly bool hosts;
    private readonly bool emails;

    private SiblingPartners(MatchSection rules)
    {
        shared = new SharedDomains(rules.SharedDomains);
        hosts = rules.Strategies.Any(strategy => strategy.By == MatchWay.Domain);
        emails = rules.Strategies.Any(strategy => strategy.By == MatchWay.Email);
    }

    /// <summary>Reads what the programs did.</summary>
    /// <param name="programs">Other programs with the same account on the target.</param>
    /// <param name="rules">Section <c>match</c> of the profile.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<SiblingPartners> ReadAsync(IEnumerable<SiblingProgram> programs, MatchSection rules, CancellationToken cancellationToken)
    {
        var partners = new SiblingPartners(rules);
        foreach (var program in programs.OrderBy(program => program.Name, StringComparer.Ordinal))
        {
            var rows = await RowsAsync(program, cancellationToken);
            if (rows.Count > 0)
            {
                await partners.AddAsync(program, rows, cancellationToken);
            }
        }

        return partners;
    }

    /// <summary>The rows about a partner: those that are there before those under way, each once; by the id alone when the id is known.</summary>
    public IReadOnlyList<SiblingPartner> Find(Partner source)
    {
        var found = new List<SiblingPartner>();
        Add(byId, source.Id.Value);
        if (found.Count == 0 && hosts && HostOf(source) is { } host)
        {
            Add(byHost, host);
        }

        if (found.Count == 0 && emails)
        {
            foreach (var email in source.Contacts.Select(contact => contact.Email).OfType<Model.Privacy.PersonalValue>())
            {
                Add(byEmail, email.Hash);
            }
        }

        return [.. found.Distinct().OrderBy(row => row.Target is null).ThenBy(row => row.Program, StringComparer.Ordinal).ThenBy(row => row.Source, KeyOrder.Instance)];

        void Add(Dictionary<string, List<SiblingPartner>> table, string key)
        {
            if (table.TryGetValue(key, out var rows))
            {
                found.AddRange(rows);
            }
        }
    }

    /// <summary>
    /// Hash over what concerns these partners: a program may go on with others without making this one's plans stale.
    /// </summary>
    /// <param name="source">Partners of this program, in key order.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Lower-case hexadecimal; null when no other program knows any of them.</returns>
    public async Task<string?> HashAsync(IAsyncEnumerable<Partner> source, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var any = false;
        await foreach (var partner in source.WithCancellation(cancellationToken))
        {
            foreach (var row in Find(partner))
            {
                any = true;
                hash.AppendData(Encoding.UTF8.GetBytes($"{partner.Id.Value}\t{row.Program}\t{row.Source}\t{row.Target ?? "under way"}\n"));
            }
        }

        return any ? Convert.ToHexStringLower(hash.GetHashAndReset()) : null;
    }

    private static async Task<Dictionary<string, SiblingPartner>> RowsAsync(SiblingProgram program, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, SiblingPartner>(StringComparer.Ordinal);
        var runs = await program.Runs.ReadRunsAsync(cancellationToken).ToListAsync(cancellationToken);
        var takenBack = runs.Where(run => run.Status == RunStatus.Completed).Select(run => run.RollsBack).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var run in runs.Where(run => run is { RollsBack: null, Status: not RunStatus.Completed } && !takenBack.Contains(run.RunId)))
        {
            if (await program.OpenPlan(run, cancellationToken) is { } plan)
            {
                await foreach (var row in UnderWayAsync(program, run, plan, cancellationToken))
                {
                    rows[row.Source] = row;
                }
            }
        }

        await foreach (var row in program.Runs.ReadIdMapAsync(EntityKind.Partner, cancellationToken))
        {
            rows[row.Source] = new SiblingPartner(program.Name, row.Source, row.Target, null, null);
        }

        return rows;
    }

    private static async IAsyncEnumerable<SiblingPartner> UnderWayAsync(
        SiblingProgram program, RunRow run, IPlanSource plan, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ended = new HashSet<string>(StringComparer.Ordinal);
        foreach (var state in new[] { StepState.Declined, StepState.Failed, StepState.Conflict, StepState.Blocked, StepState.Applied, StepState.Adopted })
        {
            await foreach (var row in program.Runs.ReadStepsAsync(run.RunId, state, cancellationToken))
            {
                ended.Add(row.StepId);
            }
        }

        await foreach (var step in plan.StepsAsync(cancellationToken))
        {
            if (step is CreatePartner { Source: { } source } && !ended.Contains(step.Id))
            {
                yield return new SiblingPartner(program.Name, source, null, run.RunId, step.Id);
            }
        }
    }

    private async Task AddAsync(SiblingProgram program, Dictionary<string, SiblingPartner> rows, CancellationToken cancellationToken)
    {
        if (program.SameIds)
        {
            foreach (var row in rows.Values)
            {
                Put(byId, row.Source, row);
            }
        }

        await foreach (var partner in program.Partners(cancellationToken))
        {
            if (!rows.TryGetValue(partner.Id.Value, out var row))
            {
                continue;
            }

            if (HostOf(partner) is { } host)
            {
                Put(byHost, host, row);
            }

            foreach (var email in partner.Contacts.Select(contact => contact.Email).OfType<Model.Privacy.PersonalValue>())
            {
                Put(byEmail, email.Hash, row);
            }
        }
    }

    private string? HostOf(Partner partner) =>
        partner.WebProperties.Count > 0 && partner.WebProperties[0].Domain() is { } host && !shared.Contains(host) ? host : null;

    private static void Put(Dictionary<string, List<SiblingPartner>> table, string key, SiblingPartner row)
    {
        if (!table.TryGetValue(key, out var rows))
        {
            table[key] = rows = [];
        }

        rows.Add(row);
    }
}
