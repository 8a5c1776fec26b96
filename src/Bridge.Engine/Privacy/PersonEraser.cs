using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Migrations;
using Bridge.Model.Collections;
using Bridge.Model.Identity;

namespace Bridge.Engine.Privacy;

/// <summary>
/// Erases the people of a partner: their keys in the vault, the raw pages that hold them, their rows in files for people, and
/// what runs still meant to do for them. Hashes, counts and journal stay: they are over keyed hashes and ciphertext. Doing it
/// again does what is left. The marker makes plans leave the partner out and the vault keep nothing of it until it is lifted.
/// </summary>
/// <param name="host">Host.</param>
public sealed class PersonEraser(MigrationHost host)
{
    /// <summary>Partners that were erased, by their key on the source.</summary>
    public static async Task<IReadOnlyDictionary<string, ErasedPartner>> ReadAsync(IRunStore store, CancellationToken cancellationToken)
    {
        var erased = new SortedDictionary<string, ErasedPartner>(StringComparer.Ordinal);
        await foreach (var document in store.ReadDocumentsAsync(ErasedPartner.Kind, cancellationToken))
        {
            if (JsonSerializer.Deserialize(document.Json, PrivacyJson.Default.ErasedPartner) is { Lifted: false } partner)
            {
                erased[document.Key] = partner;
            }
        }

        return erased;
    }

    /// <summary>Erases.</summary>
    /// <param name="epoch">Ownership of the migration.</param>
    /// <param name="partner">The partner, by its key on the source.</param>
    /// <param name="by">Who has it done.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops between two deeds; done again, it goes on.</param>
    /// <exception cref="ErasureRefusedException">A call for the partner is in doubt. Nothing was erased.</exception>
    public async Task<Erasure> EraseAsync(OwnerEpoch epoch, string partner, string by, string reason, CancellationToken cancellationToken)
    {
        var steps = new ErasedSteps(host, epoch, partner);
        await steps.RequireSettledAsync(cancellationToken);
        var targets = await TargetsAsync(partner, cancellationToken);
        var owners = OwnersOf(partner, targets);
        var search = new PersonSearch([.. owners.SelectMany(host.Vault.ValuesOf)]);

        // The marker first: whatever happens now, nothing of the person is planned or kept any more.
        var marker = new ErasedPartner { By = by, Reason = reason, At = host.Time.GetUtcNow(), Targets = targets };
        await AppendAsync(epoch, partner, marker, new JsonObject { ["erasing"] = partner, ["by"] = by, ["reason"] = reason }, cancellationToken);
        var settled = await steps.SettleAsync(cancellationToken);
        var (taken, named) = await steps.TakeBackAsync(cancellationToken);
        var purge = new RawPurge(host.Artifacts, host.Keys, host.Vault);
        string[] raw =
        [
            .. await purge.RemoveAsync(SnapshotSide.Source, search, [partner], cancellationToken),
            .. await purge.RemoveAsync(SnapshotSide.Target, search, targets, cancellationToken),
        ];
        long values = 0;
        foreach (var owner in owners)
        {
            values += await host.Vault.EraseAsync(owner, cancellationToken);
        }

        await AppendAsync(
            epoch,
            partner,
            marker,
            new JsonObject { ["erased"] = partner, ["by"] = by, ["reason"] = reason, ["values"] = values, ["rawFiles"] = Texts(raw), ["steps"] = Texts(settled), ["handoffs"] = Texts(taken) },
            cancellationToken);
        return new Erasure
        {
            Partner = partner,
            Values = values,
            RawFiles = raw,
            Steps = settled,
            TakenBack = taken,
            HandedOut = named,
            Left = await LeftAsync(search, cancellationToken),
            Search = search,
        };
    }

    /// <summary>Lets an erased partner be read, kept and planned again.</summary>
    /// <returns>False when it was not erased.</returns>
    public async Task<bool> LiftAsync(OwnerEpoch epoch, string partner, string by, string reason, CancellationToken cancellationToken)
    {
        if (!(await ReadAsync(host.Runs, cancellationToken)).TryGetValue(partner, out var erased))
        {
            return false;
        }

        foreach (var owner in OwnersOf(partner, erased.Targets))
        {
            await host.Vault.LiftAsync(owner, cancellationToken);
        }

        await AppendAsync(epoch, partner, erased with { Lifted = true }, new JsonObject { ["lifted"] = partner, ["by"] = by, ["reason"] = reason }, cancellationToken);
        return true;
    }

    /// <summary>After an extraction: a rail that still has an erased person has sent it again, in pages that hold others.</summary>
    /// <returns>Each removed file with its hash.</returns>
    public async Task<IReadOnlyList<string>> PurgeAsync(SnapshotSide side, CancellationToken cancellationToken)
    {
        var erased = await ReadAsync(host.Runs, cancellationToken);
        var ids = side == SnapshotSide.Source ? erased.Keys : erased.Values.SelectMany(partner => partner.Targets);
        return erased.Count == 0 ? [] : await new RawPurge(host.Artifacts, host.Keys, host.Vault).RemoveAsync(side, new PersonSearch([]), [.. ids], cancellationToken);
    }

    private IEnumerable<string> OwnersOf(string partner, IEnumerable<string> targets) =>
        targets.Select(target => $"{host.Definition.Target}/{target}").Prepend($"{host.Definition.Source}/{partner}");

    private async Task<ValueList<string>> TargetsAsync(string partner, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(host.Runs, cancellationToken);
        var known = await host.Runs.FindTargetAsync(EntityKind.Partner, partner, cancellationToken);
        return (before.TryGetValue(partner, out var erased) ? erased.Targets : []).Concat(known is null ? [] : [known.Target])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();
    }

    private Task AppendAsync(OwnerEpoch epoch, string partner, ErasedPartner marker, JsonObject payload, CancellationToken cancellationToken) => host.Runs.AppendAsync(
        epoch,
        new JournalRecord(JournalKind.Decided, null, null, payload),
        [new StoreChange.SetDocument(ErasedPartner.Kind, partner, JsonSerializer.Serialize(marker, PrivacyJson.Default.ErasedPartner))],
        cancellationToken);

    private async Task<List<string>> LeftAsync(PersonSearch search, CancellationToken cancellationToken)
    {
        var left = new List<string>();
        if (!search.Knows)
        {
            return left;
        }

        await foreach (var key in host.Artifacts.ListAsync(host.Keys.Prefix, cancellationToken))
        {
            await using var stream = await host.Artifacts.OpenReadAsync(key, cancellationToken);
            if (stream is not null && await search.IsInAsync(stream, cancellationToken))
            {
                left.Add(key.Path);
            }
        }

        return left;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)JsonValue.Create(text, PrivacyJson.Default.String))]);
}
