namespace Bridge.Engine.Tests.Sweep;

/// <summary>Where a record can be lost.</summary>
public enum SweepStage
{
    Mapping,
    Matching,
    Validation,
    Planning,
    Execution,
    Verification,
    Rollback,
}
