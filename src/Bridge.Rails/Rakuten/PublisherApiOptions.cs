using Bridge.Rails.Abstractions.Http;

namespace Bridge.Rails.Rakuten;

/// <summary>Access to the publisher API through a publisher account of the brand's own.</summary>
internal sealed class PublisherApiOptions
{
    /// <summary>Host.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Client id.</summary>
    public required SecretText ClientId { get; init; }

    /// <summary>Client secret.</summary>
    public required SecretText ClientSecret { get; init; }

    /// <summary>Site id of the house account: the scope of its token.</summary>
    public required string PublisherSid { get; init; }

    /// <summary>Scheme of the token request's header: <c>Bearer</c> as documented, <c>Basic</c> as several clients send.</summary>
    public required string TokenScheme { get; init; }
}
