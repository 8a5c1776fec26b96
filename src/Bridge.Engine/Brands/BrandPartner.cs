using Bridge.Model.Partners;

namespace Bridge.Engine.Brands;

/// <summary>A partner of a brand, once, with every program that it takes part in.</summary>
/// <param name="Name">Name in the first of its programs.</param>
/// <param name="Kind">What it does for a living.</param>
/// <param name="Participations">In the order of the programs, by source id within one.</param>
public sealed record BrandPartner(string Name, PartnerKind Kind, IReadOnlyList<Participation> Participations);
