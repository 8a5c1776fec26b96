namespace Bridge.Simulation.Impact.Portal;

/// <summary>What became of one row of an imported file.</summary>
/// <param name="Row">Number of the row, the header being 1.</param>
/// <param name="Outcome">
/// <c>CREATED</c> (new account, invited), <c>INVITED</c> (no account yet), <c>PROPOSED</c> (existing account),
/// <c>JOINED</c> (has a contract already), <c>PENDING</c> (an application or proposal is open), <c>GROUP_ADDED</c> (a further
/// row of the same partner) or <c>ERROR</c>.
/// </param>
/// <param name="PartnerId">Account, or null when there is none yet.</param>
/// <param name="Message">Reason of an error, or null.</param>
public sealed record ImportRow(int Row, string Outcome, long? PartnerId = null, string? Message = null);
