namespace Bridge.Engine.Tests.Sweep;

/// <summary>What is done to one record. The last three are the ways to misfile it.</summary>
public enum SweepFault
{
    Lost,
    Doubled,
    OtherEntity,
    OtherOutcome,
    OtherPartner,
}
