using Bridge.Rails.Abstractions.Http;

namespace Bridge.Rails.Rakuten;

/// <summary>Access to saved reports.</summary>
internal sealed class ReportingApiOptions
{
    /// <summary>Host.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Language in the path.</summary>
    public required string Language { get; init; }

    /// <summary>Keys of the saved reports, read one after the other.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>Token of the query; gives full access to reports.</summary>
    public required SecretText Token { get; init; }

    /// <summary>Network id; null for all of the account.</summary>
    public string? Network { get; init; }

    /// <summary>Days before the day of the export that are read.</summary>
    public required int Days { get; init; }
}
