using Bridge.Model.Findings;
using Bridge.Model.Records;

namespace Bridge.Engine.Snapshots;

/// <summary>A whole snapshot. Records stream in ordinal order of their keys, each key once, whatever the order of the pages was.</summary>
public interface ISnapshot
{
    /// <summary>What is in it.</summary>
    SnapshotManifest Manifest { get; }

    /// <summary>Records of one entity in key order; empty when the snapshot has none.</summary>
    IAsyncEnumerable<SnapshotRecord<T>> ReadAsync<T>(IRecordCodec<T> codec, CancellationToken cancellationToken);

    /// <summary>One record again, by the place it was read at.</summary>
    Task<T> ReadAtAsync<T>(IRecordCodec<T> codec, RecordLocation location, CancellationToken cancellationToken);

    /// <summary>Problems found while it was extracted and sealed.</summary>
    IAsyncEnumerable<Finding> ReadFindingsAsync(CancellationToken cancellationToken);
}
