namespace Bridge.Engine.Mapping.Profiles;

/// <summary>What losses do, by code.</summary>
/// <param name="Default">For codes that are not listed.</param>
/// <param name="ByCode">By code.</param>
public sealed record LossPolicy(LossAction Default, IReadOnlyDictionary<string, LossAction> ByCode)
{
    /// <summary>What a loss of this code does.</summary>
    public LossAction ActionOn(string code) => ByCode.TryGetValue(code, out var action) ? action : Default;
}
