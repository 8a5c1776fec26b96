namespace Bridge.Rails.Abstractions.Reading;

/// <summary>A page or piece of a file as it was received; kept encrypted beside the records.</summary>
/// <param name="Name">Where it came from, free of personal data and secrets: <c>links.csv#1-1000</c>, <c>MediaPartners?Page=2</c>.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record RawPage(string Name, string ContentType, ReadOnlyMemory<byte> Bytes);
