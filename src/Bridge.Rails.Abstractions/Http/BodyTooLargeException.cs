namespace Bridge.Rails.Abstractions.Http;

/// <summary>A body crossed its cap; the attempt handler turns it into a broken promise.</summary>
internal sealed class BodyTooLargeException(long cap) : IOException
{
    internal long Cap { get; } = cap;
}
