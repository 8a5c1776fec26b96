namespace Bridge.Engine.Execution;

/// <summary>What a run is doing.</summary>
public enum ExecutionActivity
{
    /// <summary>It goes over its steps and has sent nothing in this pass.</summary>
    Checking,

    /// <summary>It sends calls.</summary>
    Sending,

    /// <summary>It looks from time to time whether people and partners have done their part.</summary>
    Waiting,
}
