namespace Bridge.Engine.Brands;

/// <summary>A program is about to bring a partner in.</summary>
/// <param name="Program">Program.</param>
/// <param name="RunId">Run.</param>
/// <param name="Step">Step.</param>
/// <param name="Source">Id of the partner on the program's source.</param>
public sealed record PartnerClaim(string Program, string RunId, string Step, string Source);
