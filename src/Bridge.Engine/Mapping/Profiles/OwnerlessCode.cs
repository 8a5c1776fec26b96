namespace Bridge.Engine.Mapping.Profiles;

/// <summary>What becomes of a promo code that belongs to nobody.</summary>
public enum OwnerlessCode
{
    /// <summary>It waits until somebody names the owner.</summary>
    Manual,

    /// <summary>It stays behind, counted.</summary>
    Skip,

    /// <summary>It is an error of the export.</summary>
    Block,
}
