namespace Bridge.Engine.Brands;

/// <summary>The brand around a migration, as far as its own program has to know it.</summary>
public interface IBrand
{
    /// <summary>Name of this program in the brand.</summary>
    string Program { get; }

    /// <summary>What the other programs did with partners so far.</summary>
    /// <param name="query">Which side the partners are compared on.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<SiblingPartners> ReadPartnersAsync(SiblingQuery query, CancellationToken cancellationToken);

    /// <summary>Claims on partners that are about to be brought in, shared by all programs of the brand.</summary>
    IPartnerClaims Claims { get; }
}
