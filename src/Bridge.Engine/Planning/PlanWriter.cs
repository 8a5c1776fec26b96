using System.Security.Cryptography;
using System.Text.Json;
using Bridge.Engine.Artifacts;

namespace Bridge.Engine.Planning;

/// <summary>
/// Writes a plan as canonical NDJSON (one line per finding, outcome and step, LF), hashing while it writes. The file's name
/// is its SHA-256, so a plan can be neither changed nor exchanged.
/// </summary>
/// <param name="artifacts">Where it rests.</param>
/// <param name="scratch">Where it is put together: its name is known at the end only.</param>
/// <param name="keys">Keys of the migration.</param>
public sealed class PlanWriter(IArtifactStore artifacts, IScratchSpace scratch, MigrationKeys keys)
{
    private static readonly byte[] LineFeed = "\n"u8.ToArray();

    /// <summary>Writes the lines and stores the plan.</summary>
    /// <returns>The stored plan. Writing a plan that exists already gives that plan.</returns>
    public async Task<StoredPlan> WriteAsync(IAsyncEnumerable<PlanLine> lines, CancellationToken cancellationToken)
    {
        await using var file = scratch.Create();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(line, PlanJson.Default.PlanLine);
            hash.AppendData(bytes);
            hash.AppendData(LineFeed);
            await file.WriteAsync(bytes, cancellationToken);
            await file.WriteAsync(LineFeed, cancellationToken);
        }

        var planHash = Convert.ToHexStringLower(hash.GetHashAndReset());
        file.Position = 0;
        try
        {
            await artifacts.PutAsync(keys.Plan(planHash), (target, token) => file.CopyToAsync(target, token), cancellationToken);
        }
        catch (ArtifactExistsException)
        {
            // The same inputs give the same bytes: it is there already.
        }

        return await StoredPlan.OpenAsync(artifacts, keys, planHash, cancellationToken);
    }
}
