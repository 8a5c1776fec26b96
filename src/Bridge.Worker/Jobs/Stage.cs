namespace Bridge.Worker.Jobs;

/// <summary>What a firing of a migration's job does.</summary>
internal enum Stage
{
    /// <summary>Reads both sides and plans. Sends nothing.</summary>
    Extract,

    /// <summary>Goes on with runs that wait for people or were interrupted.</summary>
    Observe,

    /// <summary>As <see cref="Observe"/>, once, when the worker starts.</summary>
    TakeUp,
}
