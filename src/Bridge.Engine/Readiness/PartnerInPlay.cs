namespace Bridge.Engine.Readiness;

/// <summary>A partner whose tax and payment status count.</summary>
/// <param name="Source">Id on the source.</param>
/// <param name="Name">Name.</param>
/// <param name="Orders">Orders of the time that was read.</param>
public sealed record PartnerInPlay(string Source, string Name, long Orders);
