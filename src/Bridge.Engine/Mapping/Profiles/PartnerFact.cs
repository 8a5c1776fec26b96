namespace Bridge.Engine.Mapping.Profiles;

/// <summary>Something that a way into the target can require to be known of a partner.</summary>
public enum PartnerFact
{
    /// <summary>An e-mail.</summary>
    Email,

    /// <summary>First and last name of a person.</summary>
    ContactName,

    /// <summary>A phone number with its country.</summary>
    Phone,

    /// <summary>Street line, city, postal code and country.</summary>
    Address,

    /// <summary>The main site.</summary>
    Website,

    /// <summary>The promotion method in the target's word.</summary>
    PromotionMethod,

    /// <summary>The currency.</summary>
    Currency,
}
