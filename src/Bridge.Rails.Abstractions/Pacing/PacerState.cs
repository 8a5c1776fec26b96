using System.Text.Json;

namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// What a rate account must remember over a restart. Permits are reserved in it before they are handed out, so that a
/// process that dies without saving cannot send a call the next one does not count.
/// </summary>
public sealed record PacerState
{
    /// <summary>Rate account.</summary>
    public required string Account { get; init; }

    /// <summary>When the state was captured.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>The limits of the account.</summary>
    public required IReadOnlyList<RateLimitState> Limits { get; init; }

    /// <summary>The state as UTF-8 JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, PacerStateJson.Default.PacerState);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are not a pacer state.</exception>
    public static PacerState FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, PacerStateJson.Default.PacerState) ?? throw new JsonException("The pacer state is null.");
}
