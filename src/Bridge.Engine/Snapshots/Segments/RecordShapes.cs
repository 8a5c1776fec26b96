using Bridge.Model.Identity;
using Bridge.Model.Records;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>The shape of every entity that a snapshot can hold.</summary>
internal static class RecordShapes
{
    public static IRecordShape Of(EntityKind entity) => entity switch
    {
        EntityKind.PartnerGroup => Make(RecordCodecs.PartnerGroup),
        EntityKind.Partner => Make(RecordCodecs.Partner),
        EntityKind.Contract => Make(RecordCodecs.Contract),
        EntityKind.Deal => Make(RecordCodecs.Deal),
        EntityKind.TrackingLink => Make(RecordCodecs.TrackingLink),
        EntityKind.PromoCode => Make(RecordCodecs.PromoCode),
        EntityKind.Conversion => Make(RecordCodecs.Conversion),
        _ => throw new ArgumentOutOfRangeException(nameof(entity), entity, "No entity of a snapshot."),
    };

    private static RecordShape<T> Make<T>(IRecordCodec<T> codec) => new(codec);
}
