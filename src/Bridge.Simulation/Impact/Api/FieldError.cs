namespace Bridge.Simulation.Impact.Api;

/// <summary>One complaint about one parameter.</summary>
internal sealed record FieldError(string Field, string Message);
