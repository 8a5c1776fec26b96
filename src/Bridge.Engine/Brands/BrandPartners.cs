using System.Runtime.CompilerServices;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Matching;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Records;

namespace Bridge.Engine.Brands;

/// <summary>
/// The partners of a brand, each once. Memory is bounded by the participations: about 500 bytes for each, besides 16 for each
/// sub-publisher; conversions are streamed.
/// </summary>
public static class BrandPartners
{
    /// <summary>Reads them in the order of the programs and of the source ids of the first program that has them.</summary>
    public static async IAsyncEnumerable<BrandPartner> ReadAsync(IReadOnlyList<ProgramSource> programs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var clusters = new PartnerClusters();
        var rows = new List<(string Name, PartnerKind Kind, Participation Participation)>();
        for (var place = 0; place < programs.Count; place++)
        {
            await ReadAsync(programs[place], place, clusters, rows, cancellationToken);
        }

        clusters.Seal();
        var partners = Enumerable.Range(0, rows.Count).GroupBy(clusters.Of).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var first in partners.Keys.Order())
        {
            var own = partners[first];
            yield return new BrandPartner(rows[first].Name, Kind(own.Select(row => rows[row])), [.. own.Select(row => rows[row].Participation)]);
        }
    }

    private static async Task ReadAsync(
        ProgramSource program, int place, PartnerClusters clusters, List<(string Name, PartnerKind Kind, Participation Participation)> rows, CancellationToken cancellationToken)
    {
        var tallies = await TalliesAsync(program, cancellationToken);
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in program.Runs.ReadIdMapAsync(EntityKind.Partner, cancellationToken))
        {
            targets[row.Source] = row.Target;
        }

        var shared = new SharedDomains(program.Rules.SharedDomains);
        var ways = program.Rules.Strategies.Select(strategy => strategy.By).ToHashSet();
        await foreach (var (partner, _, _) in program.Source.ReadAsync(RecordCodecs.Partner, cancellationToken))
        {
            var key = partner.Id.Value;
            clusters.Add(place, program.IdScope, key, Evidence(partner, ways, shared));
            var participation = new Participation { Program = program.Name, Source = key, Target = targets.GetValueOrDefault(key), Status = partner.Status };
            rows.Add((partner.Name, program.KindOf(partner), tallies.GetValueOrDefault(key)?.Complete(participation) ?? participation));
        }
    }

    private static async Task<Dictionary<string, ParticipationTally>> TalliesAsync(ProgramSource program, CancellationToken cancellationToken)
    {
        var tallies = new Dictionary<string, ParticipationTally>(StringComparer.Ordinal);
        await foreach (var (conversion, _, _) in program.Source.ReadAsync(RecordCodecs.Conversion, cancellationToken))
        {
            if (conversion.Partner is not { } partner || conversion.OccurredAt < program.Since)
            {
                continue;
            }

            if (!tallies.TryGetValue(partner.Value, out var tally))
            {
                tallies[partner.Value] = tally = new ParticipationTally();
            }

            tally.Add(conversion);
        }

        return tallies;
    }

    private static IEnumerable<string> Evidence(Partner partner, HashSet<MatchWay> ways, SharedDomains shared)
    {
        if (ways.Contains(MatchWay.Domain) && partner.WebProperties.Count > 0 && partner.WebProperties[0].Domain() is { } host && !shared.Contains(host))
        {
            yield return $"host {host}";
        }

        if (ways.Contains(MatchWay.Email))
        {
            foreach (var hash in partner.Contacts.Select(contact => contact.Email?.Hash).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                yield return $"email {hash}";
            }
        }
    }

    /// <summary>What any program knows; who brings sub-publishers is a sub-network, whatever else is said.</summary>
    private static PartnerKind Kind(IEnumerable<(string Name, PartnerKind Kind, Participation Participation)> rows)
    {
        var own = rows.ToList();
        return own.Exists(row => row.Participation.SubPublishers > 0)
            ? PartnerKind.SubNetwork
            : own.Select(row => row.Kind).FirstOrDefault(kind => kind != PartnerKind.Unknown);
    }
}
