using Bridge.Engine.Execution;

namespace Bridge.Engine.Handoffs;

/// <summary>Why a handed-out step waits, as its row says it.</summary>
public static class WaitReasons
{
    /// <summary>Somebody in the portal is next.</summary>
    public const string ForPerson = "WaitsForPerson";

    /// <summary>The portal has it; the partner is next. The report then names the partner as owner, not the portal operator.</summary>
    public const string ForPartner = "WaitsForPartner";

    /// <summary>The importer matched an account, and nobody can tell yet whether it is this partner's.</summary>
    public const string ForMatch = "MatchUnclear";

    /// <summary>True when nothing is left to do for whoever works in the portal.</summary>
    public static bool IsForPartner(StepRow row) => row is { State: StepState.Waiting, Reason: ForPartner };
}
