namespace Bridge.Engine.Readiness;

/// <summary>A host that links lead to.</summary>
/// <param name="Host">Host.</param>
/// <param name="Links">Links in scope that lead there.</param>
/// <param name="Declared">True when the brand names it as its own.</param>
/// <param name="Permitted">True when the target lets links lead there.</param>
public sealed record HostUse(string Host, long Links, bool Declared, bool Permitted);
