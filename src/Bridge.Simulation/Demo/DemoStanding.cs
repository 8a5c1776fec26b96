namespace Bridge.Simulation.Demo;

/// <summary>How a publisher of the pack stands on impact.com before the migration.</summary>
public enum DemoStanding
{
    /// <summary>In the program, with other terms than it should have.</summary>
    OtherContract,

    /// <summary>In the program, with the terms of its leading offer.</summary>
    EqualContract,

    /// <summary>Has applied.</summary>
    Application,

    /// <summary>Has an account that the brand does not know; an import will find it.</summary>
    Outside,
}
