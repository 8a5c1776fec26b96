using Bridge.Model.Contracts;
using Bridge.Model.Conversions;
using Bridge.Model.Partners;
using Bridge.Model.Programs;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactPartnerReaderSuite : EntityReaderSuite<IPartnerReader, Partner>
{
    protected override IRailWorld NewWorld() => new TwinWorld();

    protected override string KeyOf(Partner record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) =>
        [.. ((TwinWorld)world).Brand.Relationships.Select(one => $"{one.PartnerId}")];
}

[ForRail("impact")]
public sealed class ImpactPartnerGroupReaderSuite : EntityReaderSuite<IPartnerGroupReader, PartnerGroup>
{
    protected override IRailWorld NewWorld() => new TwinWorld { PageSize = 1 };

    protected override string KeyOf(PartnerGroup record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => [.. ((TwinWorld)world).Brand.Groups.Select(group => $"{group.Id}")];
}

[ForRail("impact")]
public sealed class ImpactContractReaderSuite : EntityReaderSuite<IContractReader, Contract>
{
    protected override IRailWorld NewWorld() => new TwinWorld();

    protected override string KeyOf(Contract record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) =>
        [.. ((TwinWorld)world).Brand.Contracts.Where(one => one.ProgramId == ((TwinWorld)world).ProgramId).Select(one => one.Id)];
}

[ForRail("impact")]
public sealed class ImpactPromoCodeReaderSuite : EntityReaderSuite<IPromoCodeReader, PromoCode>
{
    protected override IRailWorld NewWorld() => new TwinWorld { PageSize = 2 };

    protected override string KeyOf(PromoCode record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => [.. ((TwinWorld)world).Brand.Codes.Select(code => $"{code.Id}")];
}

[ForRail("impact")]
public sealed class ImpactDealReaderSuite : EntityReaderSuite<IDealReader, Deal>
{
    protected override IRailWorld NewWorld() => new TwinWorld { PageSize = 1 };

    protected override string KeyOf(Deal record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => [.. ((TwinWorld)world).Brand.Deals.Select(deal => $"{deal.Id}")];
}

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

[ForRail("impact")]
public sealed class ImpactProgramReaderSuite : ProgramReaderSuite
{
    protected override IRailWorld NewWorld() => new TwinWorld();

    protected override (string Id, string AccountId, string Name, ProgramStatus Status) Expected(IRailWorld world)
    {
        var brand = ((TwinWorld)world).Brand;
        return ($"{brand.Programs[0].Id}", brand.Sid, brand.Programs[0].Name, ProgramStatus.Active);
    }
}
