using Bridge.Model.Contracts;
using Bridge.Model.Conversions;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Programs;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.House;

[ForRail("house")]
public sealed class HousePartnerReaderSuite : EntityReaderSuite<IPartnerReader, Partner>
{
    protected override IRailWorld NewWorld() => new HouseWorld();

    protected override string KeyOf(Partner record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => HouseWorld.House.Truth.Partners;
}

[ForRail("house")]
public sealed class HousePartnerGroupReaderSuite : EntityReaderSuite<IPartnerGroupReader, PartnerGroup>
{
    protected override IRailWorld NewWorld() => new HouseWorld();

    protected override string KeyOf(PartnerGroup record) => record.Name;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => HouseWorld.House.Truth.Groups;
}

[ForRail("house")]
public sealed class HouseContractReaderSuite : EntityReaderSuite<IContractReader, Contract>
{
    protected override IRailWorld NewWorld() => new HouseWorld();

    protected override string KeyOf(Contract record) => $"{record.Id} {record.Terms.Count}";

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => [.. HouseWorld.House.Truth.Contracts.Select(contract => $"{contract.Key} {contract.Value}")];
}

[ForRail("house")]
public sealed class HouseTrackingLinkReaderSuite : EntityReaderSuite<ITrackingLinkReader, TrackingLink>
{
    protected override IRailWorld NewWorld() => new HouseWorld();

    protected override string KeyOf(TrackingLink record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => HouseWorld.House.Truth.Links;
}

[ForRail("house")]
public sealed class HousePromoCodeReaderSuite : EntityReaderSuite<IPromoCodeReader, PromoCode>
{
    protected override IRailWorld NewWorld() => new HouseWorld();

    protected override string KeyOf(PromoCode record) => record.Code;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => HouseWorld.House.Truth.Codes;
}

[ForRail("house")]
public sealed class HouseConversionReaderSuite : EntityReaderSuite<IConversionReader, Conversion>
{
    protected override IRailWorld NewWorld() => new HouseWorld();

    protected override string KeyOf(Conversion record) => record.OrderId!;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => HouseWorld.House.Truth.Orders;
}

[ForRail("house")]
public sealed class HouseProgramReaderSuite : ProgramReaderSuite
{
    protected override IRailWorld NewWorld() => new HouseWorld();

    protected override (string Id, string AccountId, string Name, ProgramStatus Status) Expected(IRailWorld world) => ("acme", "acme", "acme", ProgramStatus.Active);
}

[ForRail("house")]
public sealed class HouseConnectionCheckSuite : ConnectionCheckSuite
{
    protected override IRailWorld NewWorld() => new HouseWorld();

    protected override IRailWorld BrokenWorld() => new HouseWorld { Broken = true };
}
