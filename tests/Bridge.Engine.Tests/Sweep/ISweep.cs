using Bridge.Model.Identity;

namespace Bridge.Engine.Tests.Sweep;

/// <summary>One stage with a seam in which a test can play a faulty part.</summary>
internal interface ISweep
{
    /// <summary>Faults that can happen here.</summary>
    IReadOnlyList<SweepFault> Faults { get; }

    /// <summary>Entities that pass here.</summary>
    IReadOnlyList<EntityKind> Entities { get; }

    /// <summary>Key of the record that the fault happens to.</summary>
    string Victim(EntityKind entity);

    /// <summary>Runs the stage over the whole program.</summary>
    /// <param name="fault">What happens to the victim; null for nothing.</param>
    /// <param name="entity">Entity of the victim.</param>
    /// <exception cref="Exception">The stage fails.</exception>
    Task RunAsync(SweepFault? fault, EntityKind entity);
}
