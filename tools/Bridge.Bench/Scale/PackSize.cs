namespace Bridge.Bench.Scale;

/// <summary>Distinct records of a generated pack.</summary>
/// <param name="Partners">Publishers.</param>
/// <param name="Contracts">Offer assignments.</param>
/// <param name="Links">Tracking links.</param>
/// <param name="Codes">Promo codes.</param>
internal sealed record PackSize(int Partners, int Contracts, int Links, int Codes);
