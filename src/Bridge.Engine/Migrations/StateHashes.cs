using System.Security.Cryptography;
using System.Text;
using Bridge.Engine.Execution;
using Bridge.Engine.Handoffs;
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

    /// <summary>Hash over all answers that people gave and all partners who declined, in order of their keys.</summary>
    public static async Task<string> OfDecisionsAsync(IRunStore store, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var kind in new[] { TaskAnswer.Kind, DeclinedPartner.Kind })
        {
            await foreach (var document in store.ReadDocumentsAsync(kind, cancellationToken))
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{kind}\t{document.Key}\t{document.Json}\n"));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
