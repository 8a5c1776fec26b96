namespace Bridge.Simulation.Impact.Truth;

/// <summary>Who changed something.</summary>
public enum TruthActor
{
    /// <summary>A call of the brand's API.</summary>
    Api,

    /// <summary>A person of the brand in the web app.</summary>
    Portal,

    /// <summary>A partner.</summary>
    Partner,
}
