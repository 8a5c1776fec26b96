using Bridge.Model.Conversions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactConversionReaderSuite : EntityReaderSuite<IConversionReader, Conversion>
{
    protected override IRailWorld NewWorld() => new TwinWorld();

    protected override ReadScope Scope { get; } = new()
    {
        From = new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero),
        Until = new DateTimeOffset(2027, 1, 4, 12, 0, 0, TimeSpan.Zero),
    };

    protected override string KeyOf(Conversion record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => [.. ((TwinWorld)world).Brand.Actions.Select(action => action.Id)];
}
