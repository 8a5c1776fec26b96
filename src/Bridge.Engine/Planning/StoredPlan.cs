using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Bridge.Engine.Artifacts;

namespace Bridge.Engine.Planning;

/// <summary>A plan at rest. Opening it reads all bytes and compares their hash with the name.</summary>
public sealed class StoredPlan : IPlanSource
{
    private readonly IArtifactStore artifacts;
    private readonly ArtifactKey key;

    private StoredPlan(IArtifactStore artifacts, ArtifactKey key, string hash, PlanHeader header, PlanTotals totals)
    {
        this.artifacts = artifacts;
        this.key = key;
        Hash = hash;
        Header = header;
        Totals = totals;
    }

    /// <inheritdoc />
    public string Hash { get; }

    /// <inheritdoc />
    public PlanHeader Header { get; }

    /// <inheritdoc />
    public PlanTotals Totals { get; }

    /// <summary>Opens a plan.</summary>
    /// <exception cref="PlanUnusableException">There is none of that hash, or its bytes are not those that the hash names.</exception>
    public static async Task<StoredPlan> OpenAsync(IArtifactStore artifacts, MigrationKeys keys, string planHash, CancellationToken cancellationToken)
    {
        if (planHash.Length != 64 || !planHash.All(char.IsAsciiHexDigitLower))
        {
            throw new PlanUnusableException(planHash, "is no plan hash: 64 lower-case hexadecimal digits.", "Copy it from 'bridge status' or from the dry-run report.");
        }

        var key = keys.Plan(planHash);
        await using (var file = await artifacts.OpenReadAsync(key, cancellationToken)
            ?? throw new PlanUnusableException(planHash, "is not there.", "Run 'bridge plan' again; the same inputs give the same plan."))
        {
            var actual = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
            if (!string.Equals(actual, planHash, StringComparison.Ordinal))
            {
                throw new PlanUnusableException(planHash, $"was changed after it was written: its bytes now have the hash {actual}.", "Nothing was sent. Make the plan again with 'bridge plan' and have it approved.");
            }
        }

        await using var again = await artifacts.OpenReadAsync(key, cancellationToken)
            ?? throw new PlanUnusableException(planHash, "is not there any more.", "Run 'bridge plan' again; the same inputs give the same plan.");
        var first = await ReadFirstAsync(again, cancellationToken);
        var last = await ReadLastAsync(again, cancellationToken);
        return first is PlanHeader header && last is PlanTotals totals
            ? new StoredPlan(artifacts, key, planHash, header, totals)
            : throw new PlanUnusableException(planHash, "has no header or no totals.", "It was not written by Bridge. Make it again with 'bridge plan'.");
    }

    /// <inheritdoc />
    public IAsyncEnumerable<PlanLine> ReadAsync(CancellationToken cancellationToken) => ReadLinesAsync(artifacts, key, cancellationToken);

    private static async Task<PlanLine?> ReadFirstAsync(Stream file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        return await reader.ReadLineAsync(cancellationToken) is { Length: > 0 } text ? JsonSerializer.Deserialize(text, PlanJson.Default.PlanLine) : null;
    }

    private static async Task<PlanLine?> ReadLastAsync(Stream file, CancellationToken cancellationToken)
    {
        // The totals are a few kilobytes: one look at the tail of the file finds them.
        file.Position = Math.Max(0, file.Length - (1 << 20));
        using var reader = new StreamReader(file, leaveOpen: true);
        var tail = (await reader.ReadToEndAsync(cancellationToken)).TrimEnd('\n');
        var line = tail[(tail.LastIndexOf('\n') + 1)..];
        return line.Length > 0 ? JsonSerializer.Deserialize(line, PlanJson.Default.PlanLine) : null;
    }

    private static async IAsyncEnumerable<PlanLine> ReadLinesAsync(
        IArtifactStore artifacts, ArtifactKey key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = await artifacts.OpenReadAsync(key, cancellationToken)
            ?? throw new PlanUnusableException(key.ToString(), "is not there any more.", "Make it again with 'bridge plan'.");
        var reader = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(cancellationToken);
                var rest = read.Buffer;
                while (rest.PositionOf((byte)'\n') is { } end)
                {
                    yield return Parse(rest.Slice(0, end), key);
                    rest = rest.Slice(rest.GetPosition(1, end));
                }

                if (read.IsCompleted)
                {
                    if (!rest.IsEmpty)
                    {
                        yield return Parse(rest, key);
                    }

                    yield break;
                }

                reader.AdvanceTo(rest.Start, rest.End);
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static PlanLine Parse(ReadOnlySequence<byte> line, ArtifactKey key)
    {
        var json = new Utf8JsonReader(line);
        return line.IsEmpty ? throw Empty(key) : JsonSerializer.Deserialize(ref json, PlanJson.Default.PlanLine) ?? throw Empty(key);
    }

    private static PlanUnusableException Empty(ArtifactKey key) => new(key.ToString(), "holds an empty line.", "Make it again with 'bridge plan'.");
}
