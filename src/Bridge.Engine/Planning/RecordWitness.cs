using Bridge.Engine.Snapshots;
using Bridge.Model.Identity;
using Bridge.Model.Records;

namespace Bridge.Engine.Planning;

/// <summary>The records of one entity as the snapshot holds them, read beside the lines of a plan: what the plan says is compared with each in turn.</summary>
internal sealed class RecordWitness : IAsyncDisposable
{
    private readonly EntityKind entity;
    private readonly IAsyncEnumerator<(string Key, string? Partner)> records;
    private string? last;

    private RecordWitness(EntityKind entity, IAsyncEnumerable<(string Key, string? Partner)> records, CancellationToken cancellationToken)
    {
        this.entity = entity;
        this.records = records.GetAsyncEnumerator(cancellationToken);
    }

    /// <summary>One for each entity that a plan accounts for.</summary>
    public static Dictionary<EntityKind, RecordWitness> All(ISnapshot source, CancellationToken cancellationToken)
    {
        return new Dictionary<EntityKind, RecordWitness>
        {
            [EntityKind.PartnerGroup] = Of(RecordCodecs.PartnerGroup, _ => null),
            [EntityKind.Partner] = Of(RecordCodecs.Partner, partner => partner.Id.Value),
            [EntityKind.Contract] = Of(RecordCodecs.Contract, contract => contract.Partner.Value),
            [EntityKind.TrackingLink] = Of(RecordCodecs.TrackingLink, link => link.Partner.Value),
            [EntityKind.PromoCode] = Of(RecordCodecs.PromoCode, code => code.Owner?.Value),
        };

        RecordWitness Of<T>(IRecordCodec<T> codec, Func<T, string?> partner) => new(
            codec.Entity,
            source.ReadAsync(codec, cancellationToken).Select(record => (codec.KeyOf(record.Record), partner(record.Record))),
            cancellationToken);
    }

    /// <summary>The next record of the plan.</summary>
    /// <exception cref="ConservationException">It is not the next record of the snapshot, or is told under another partner.</exception>
    public async ValueTask TakeAsync(string source, string? partner)
    {
        var more = await records.MoveNextAsync();
        if (!more || !string.Equals(records.Current.Key, source, StringComparison.Ordinal))
        {
            throw string.Equals(source, last, StringComparison.Ordinal) ? Broken($"'{source}' is in the plan twice.")
                : more ? Broken($"'{records.Current.Key}' is missing in the plan: '{source}' stands where it belongs.")
                : Broken($"'{source}' is in the plan and not in the snapshot, or in the wrong place.");
        }

        if (!string.Equals(records.Current.Partner, partner, StringComparison.Ordinal))
        {
            throw Broken($"'{source}' belongs to partner '{records.Current.Partner}' and is filed under partner '{partner}'.");
        }

        last = source;
    }

    /// <summary>The plan has ended.</summary>
    /// <exception cref="ConservationException">The snapshot has not.</exception>
    public async ValueTask CloseAsync()
    {
        if (await records.MoveNextAsync())
        {
            throw Broken($"'{records.Current.Key}' is missing in the plan.");
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => records.DisposeAsync();

    private ConservationException Broken(string problem) => new($"{EntityNames.Of(entity)} {problem}");
}
