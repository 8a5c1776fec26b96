namespace Bridge.Simulation.Impact.Objects;

/// <summary>Who opened a contract that waits for the other side.</summary>
public enum ContractInitiator
{
    /// <summary>The brand proposed it; the partner decides.</summary>
    Brand,

    /// <summary>The partner applied; the brand decides.</summary>
    Partner,
}
