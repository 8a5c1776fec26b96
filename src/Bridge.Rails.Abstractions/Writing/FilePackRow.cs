namespace Bridge.Rails.Abstractions.Writing;

/// <summary>One row of a file pack: the step it stands for and the partner, with every reference resolved.</summary>
/// <param name="StepId">Step.</param>
/// <param name="Partner">The partner.</param>
public sealed record FilePackRow(string StepId, PartnerDraft Partner);
