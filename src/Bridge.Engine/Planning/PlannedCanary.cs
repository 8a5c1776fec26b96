namespace Bridge.Engine.Planning;

/// <summary>The first partner who gets a template: everybody else waits until reading that contract proved the template.</summary>
public sealed record PlannedCanary
{
    /// <summary>Source key of the partner.</summary>
    public required string Partner { get; init; }

    /// <summary>Step that attaches the partner: creates it, or switches its contract.</summary>
    public required string Step { get; init; }

    /// <summary>Step whose contract is read and compared.</summary>
    public required string Contract { get; init; }

    /// <summary>How the partner comes to the contract.</summary>
    public required ContractWay Way { get; init; }
}
