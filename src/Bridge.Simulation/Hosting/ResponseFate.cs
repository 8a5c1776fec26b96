namespace Bridge.Simulation.Hosting;

/// <summary>What the network does with an answer.</summary>
public enum ResponseFate
{
    /// <summary>The client receives it.</summary>
    Delivered,

    /// <summary>The connection is cut before the first byte: the client cannot tell what happened.</summary>
    Lost,

    /// <summary>The connection is cut in the middle of the body.</summary>
    Truncated,
}
