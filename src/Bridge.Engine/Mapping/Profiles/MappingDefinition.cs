namespace Bridge.Engine.Mapping.Profiles;

/// <summary>A mapping profile as written: complete in form, not yet checked against the rails. See <see cref="MappingProfile"/> for the checked form.</summary>
public sealed record MappingDefinition
{
    /// <summary>Section <c>profile</c>.</summary>
    public required ProfileIdentity Identity { get; init; }

    /// <summary>Section <c>scope</c>.</summary>
    public required ScopeSection Scope { get; init; }

    /// <summary>Section <c>states</c>.</summary>
    public required StateSection States { get; init; }

    /// <summary>Section <c>match</c>.</summary>
    public required MatchSection Match { get; init; }

    /// <summary>Section <c>partners</c>.</summary>
    public required PartnerSection Partners { get; init; }

    /// <summary>Section <c>contracts</c>.</summary>
    public required ContractSection Contracts { get; init; }

    /// <summary>Section <c>links</c>.</summary>
    public required LinkSection Links { get; init; }

    /// <summary>Section <c>promoCodes</c>.</summary>
    public required PromoCodeSection PromoCodes { get; init; }

    /// <summary>Sections <c>currencies</c> and <c>defaults</c>.</summary>
    public required DefaultSection Defaults { get; init; }

    /// <summary>Section <c>onLoss</c>.</summary>
    public required LossPolicy OnLoss { get; init; }

    /// <summary>Section <c>gates</c>.</summary>
    public required GateSection Gates { get; init; }
}
