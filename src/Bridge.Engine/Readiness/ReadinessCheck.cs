namespace Bridge.Engine.Readiness;

/// <summary>One thing that must be known before a program is cut over.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">Name in sheets, one word.</param>
/// <param name="Scope">Who knows.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Question">What a person is asked; blank for computed ones.</param>
/// <param name="Owner">Who usually knows.</param>
/// <param name="Remedy">What to do when it is not as it should be.</param>
public sealed record ReadinessCheck(string Code, string Name, ReadinessScope Scope, string Title, string Question, string Owner, string Remedy)
{
    /// <summary>Where it stands when a person says no.</summary>
    public ReadinessState WhenNo { get; init; } = ReadinessState.Waits;

    /// <summary>True when the answer may be the day from which on it is settled.</summary>
    public bool TakesDate { get; init; }
}
