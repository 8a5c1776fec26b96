namespace Bridge.Engine.Planning;

/// <summary>A record was lost or doubled between two stages. A defect, never a matter of data: the run fails.</summary>
/// <param name="problem">Which sum does not balance.</param>
/// <param name="consequence">What that means for what was done so far.</param>
public sealed class ConservationException(string problem, string consequence = "Nothing was approved or sent on this basis; report this as a defect.")
    : Exception($"The account does not balance: {problem} {consequence}");
