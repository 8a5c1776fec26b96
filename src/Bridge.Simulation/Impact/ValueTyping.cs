namespace Bridge.Simulation.Impact;

/// <summary>How numbers and flags are written.</summary>
public enum ValueTyping
{
    /// <summary>As strings, as in documented answers.</summary>
    Strings,

    /// <summary>As JSON numbers and booleans, as in the specification.</summary>
    Native,
}
