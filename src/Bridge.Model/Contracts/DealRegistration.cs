namespace Bridge.Model.Contracts;

/// <summary>How registered deals protect a partner.</summary>
public sealed record DealRegistration
{
    /// <summary>Time within which a registration protects; null when it protects without limit.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>True when a deal that the brand already works on cannot be registered.</summary>
    public bool RefusedWhenBrandInContact { get; init; }
}
