namespace Bridge.Simulation.Impact.Portal;

/// <summary>The web app refuses what a person asked for. The message is what it would show.</summary>
public sealed class PortalException : Exception
{
    /// <summary>A refusal without a message.</summary>
    public PortalException()
    {
    }

    /// <summary>A refusal.</summary>
    public PortalException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal with its cause.</summary>
    public PortalException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
