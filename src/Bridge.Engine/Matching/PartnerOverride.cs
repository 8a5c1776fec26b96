namespace Bridge.Engine.Matching;

/// <summary>One row of the overrides file.</summary>
/// <param name="Source">Source id.</param>
/// <param name="Kind">Decision.</param>
/// <param name="Target">Native id on the target; null unless the decision names one.</param>
/// <param name="Line">Line in the file.</param>
public sealed record PartnerOverride(string Source, OverrideKind Kind, string? Target, int Line)
{
    /// <summary>Question whose answer it is; null for a row of the overrides file.</summary>
    public string? Question { get; init; }

    /// <summary>A decision in the words of the overrides file: <c>new</c>, <c>skip</c> or a native id of the target.</summary>
    public static PartnerOverride Of(string source, string decision, int line) => decision.ToLowerInvariant() switch
    {
        "new" => new PartnerOverride(source, OverrideKind.New, null, line),
        "skip" => new PartnerOverride(source, OverrideKind.Skip, null, line),
        _ => new PartnerOverride(source, OverrideKind.Target, decision, line),
    };
}
