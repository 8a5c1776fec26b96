using Bridge.Model.Money;

namespace Bridge.Engine.Brands;

/// <summary>What a partner brought a program, in one currency.</summary>
/// <param name="Currency">Currency.</param>
/// <param name="Orders">Orders, corrections not counted.</param>
/// <param name="Sales">Their value, corrections taken off.</param>
/// <param name="Commission">What the partner earned, corrections taken off.</param>
public sealed record ParticipationTotals(Currency Currency, long Orders, decimal Sales, decimal Commission);
