namespace Bridge.Rails.Abstractions.Http;

/// <summary>One page of a paged read.</summary>
/// <param name="Content">What the client made of the page: records, or its bytes.</param>
/// <param name="Next">Cursor of the next page (page number, offset, token, address); null or empty on the last page.</param>
public sealed record RailPage<T>(T Content, string? Next);
