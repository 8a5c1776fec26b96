using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>What a write brings along: its journaled intent, and its permit of the rate budget, taken before the intent.</summary>
/// <param name="Intent">The journaled intent: operation id (same in every attempt), attempt and epoch.</param>
/// <param name="Grant">The permit.</param>
public sealed record WriteContext(WriteIntent Intent, RateGrant Grant);
