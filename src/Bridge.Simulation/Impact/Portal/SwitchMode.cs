namespace Bridge.Simulation.Impact.Portal;

/// <summary>How a partner is moved to other terms.</summary>
public enum SwitchMode
{
    /// <summary>Without the partner's consent, from the notified date on.</summary>
    Replace,

    /// <summary>The partner may decline; then the old contract stays.</summary>
    Propose,
}
