namespace Bridge.Simulation.Impact;

/// <summary>How a list without rows looks; third parties saw all of these.</summary>
public enum EmptyListStyle
{
    /// <summary>The key with an empty array.</summary>
    EmptyArray,

    /// <summary>The paging values without the key.</summary>
    MissingKey,

    /// <summary>A bare null.</summary>
    NullBody,
}
