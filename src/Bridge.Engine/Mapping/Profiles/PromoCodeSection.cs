namespace Bridge.Engine.Mapping.Profiles;

/// <summary>How promo codes look on the target.</summary>
public sealed record PromoCodeSection
{
    /// <summary>When a code credits its owner, in the target's word.</summary>
    public required string CreditPolicy { get; init; }

    /// <summary>Deal that codes are kept under, with <c>{discount}</c> and <c>{description}</c>; null for none.</summary>
    public string? DealName { get; init; }

    /// <summary>What becomes of a code without owner.</summary>
    public required OwnerlessCode WithoutOwner { get; init; }

    /// <summary>Who names the owner of such a code.</summary>
    public required string AskedOf { get; init; }

    /// <summary>Longest code text.</summary>
    public required int MaxLength { get; init; }
}
