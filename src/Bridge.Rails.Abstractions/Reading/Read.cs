using Bridge.Model.Findings;

namespace Bridge.Rails.Abstractions.Reading;

/// <summary>One record as read: canonical form, what could not be read, and which raw bytes it came from.</summary>
/// <typeparam name="T">Canonical type.</typeparam>
/// <param name="Record">Canonical form.</param>
/// <param name="RawHash">First 16 bytes of the SHA-256 of the raw record (the row or JSON element), lower-case hexadecimal.</param>
/// <param name="Losses">What of the raw record the canonical form does not hold.</param>
public sealed record Read<T>(T Record, string RawHash, IReadOnlyList<Loss> Losses);
