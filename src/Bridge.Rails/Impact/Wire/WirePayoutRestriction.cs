using Bridge.Model.Collections;

namespace Bridge.Rails.Impact.Wire;

/// <summary>Conditions under which nothing is paid.</summary>
internal sealed record WirePayoutRestriction
{
    public ValueList<WireRule> Rules { get; set; } = [];
}
