namespace Bridge.Engine.Mapping.Profiles;

/// <summary>What a person decided about one template of the source.</summary>
/// <param name="Id">Template on the target that stands for it; null when it has to be built.</param>
/// <param name="Name">Its name on the target; null for the pattern's.</param>
/// <param name="Tiers">Decisions about its tiers.</param>
public sealed record TemplateDecision(string? Id, string? Name, TierDecision Tiers);
