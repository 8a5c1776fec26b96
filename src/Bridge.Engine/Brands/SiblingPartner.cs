namespace Bridge.Engine.Brands;

/// <summary>A partner that another program of the brand has brought in, or is bringing in.</summary>
/// <param name="Program">That program.</param>
/// <param name="Source">Id of the partner on its source.</param>
/// <param name="Target">Account on the target; null while it is under way.</param>
/// <param name="RunId">Run that brings it in; null when it is there.</param>
/// <param name="Step">Step of that run; null as above.</param>
public sealed record SiblingPartner(string Program, string Source, string? Target, string? RunId, string? Step)
{
    /// <summary>One sentence for people.</summary>
    public string Text => Target is { } account
        ? $"Program '{Program}' has it as '{account}'."
        : $"Program '{Program}' is bringing it in (run {RunId}, step {Step}).";
}
