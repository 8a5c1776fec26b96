using Bridge.Model.Contracts;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>A value of scope conditions that the target calls otherwise.</summary>
/// <param name="Field">Field it belongs to.</param>
/// <param name="From">Value on the source, letter case ignored.</param>
/// <param name="To">Value on the target.</param>
public sealed record ScopeValueRule(ScopeField Field, string From, string To);
