using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Abstractions;

/// <summary>One open connection.</summary>
public interface IRail : IAsyncDisposable
{
    /// <summary>What the rail is and can do.</summary>
    RailDescriptor Descriptor { get; }

    /// <summary>Name of the connection in <c>bridge.yaml</c>.</summary>
    string Connection { get; }

    /// <summary>A port of this connection, or null when the rail or these settings do not offer it.</summary>
    /// <typeparam name="TPort">One of the interfaces in <c>Reading</c> and <c>Writing</c>.</typeparam>
    TPort? Port<TPort>()
        where TPort : class;

    /// <summary>Where it connects, free of credentials.</summary>
    string Describe();

    /// <summary>The connection's rate budget, or null when it calls nothing.</summary>
    IRateBudgetView? RateBudget { get; }
}
