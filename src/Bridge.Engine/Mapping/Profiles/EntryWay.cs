using Bridge.Model.Collections;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>A way into the target and what must be known of a partner to take it.</summary>
/// <param name="Way">The way.</param>
/// <param name="Needs">What must be known.</param>
public sealed record EntryWay(PartnerEntry Way, ValueList<PartnerFact> Needs);
