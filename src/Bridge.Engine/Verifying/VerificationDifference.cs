namespace Bridge.Engine.Verifying;

/// <summary>Something that is not as the migration should have left it.</summary>
/// <param name="Step">Step that would put it right.</param>
/// <param name="Kind">Kind of step.</param>
/// <param name="Message">What is different.</param>
public sealed record VerificationDifference(string Step, string Kind, string Message);
