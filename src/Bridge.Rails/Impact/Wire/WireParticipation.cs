namespace Bridge.Rails.Impact.Wire;

/// <summary>A program that a partner has joined, with its contract.</summary>
internal sealed record WireParticipation(
    string? Id = null, string? Name = null, string? ContractId = null, string? ContractName = null, string? JoinDate = null, string? ExpirationDate = null);
