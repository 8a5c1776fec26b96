using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bridge.Engine.Execution;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Planning;
using Bridge.Engine.Privacy;
using Bridge.Model.Identity;

namespace Bridge.Engine.Migrations;

/// <summary>Hashes of what the run store adds to a plan's inputs.</summary>
internal static class StateHashes
{
    /// <summary>Hash over all rows of the id map, in order.</summary>
    public static async Task<string> OfIdMapAsync(IRunStore store, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entity in Enum.GetValues<EntityKind>())
        {
            await foreach (var row in store.ReadIdMapAsync(entity, cancellationToken))
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{EntityNames.Of(entity)}\t{row.Source}\t{row.Target}\t{row.Kept}\t{row.DraftHash}\n"));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Hash over what was proved of templates; null when that is nothing.</summary>
    public static async Task<string?> OfProofsAsync(IRunStore store, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var any = false;
        await foreach (var (key, proof) in ReadProofsAsync(store, cancellationToken))
        {
            any = true;
            hash.AppendData(Encoding.UTF8.GetBytes($"{key}\t{proof.Template}\t{proof.Terms}\t{proof.Contract}\t{proof.Run}\t{proof.Refuted}\n"));
        }

        return any ? Convert.ToHexStringLower(hash.GetHashAndReset()) : null;
    }

    /// <summary>What was proved of templates, in order of their keys.</summary>
    public static IAsyncEnumerable<(string Key, TemplateProof Proof)> ReadProofsAsync(IRunStore store, CancellationToken cancellationToken) =>
        store.ReadDocumentsAsync(TemplateProof.Kind, cancellationToken).Select(document => (
            document.Key,
            JsonSerializer.Deserialize(document.Json, TemplateProofJson.Default.TemplateProof) ?? throw new FormatException("A template proof is null.")));

    /// <summary>Hash over all answers that people gave, all partners who declined and all that were erased, in order of their keys.</summary>
    public static async Task<string> OfDecisionsAsync(IRunStore store, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var kind in new[] { TaskAnswer.Kind, DeclinedPartner.Kind, ErasedPartner.Kind })
        {
            await foreach (var document in store.ReadDocumentsAsync(kind, cancellationToken))
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{kind}\t{document.Key}\t{document.Json}\n"));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
