using Bridge.Model.Collections;
using Bridge.Model.Identity;

namespace Bridge.Rails.Abstractions.Capabilities;

/// <summary>What a rail's connector can read, write, undo and express.</summary>
public sealed record RailCapabilities
{
    /// <summary>Per kind of object; a kind that is not listed cannot be touched.</summary>
    public required ValueList<EntityCapability> Entities { get; init; }

    /// <summary>Every write, in every channel.</summary>
    public ValueList<WriteOperation> Operations { get; init; } = [];

    /// <summary>Ways in for partners, preferred first.</summary>
    public ValueList<PartnerEntry> PartnerEntries { get; init; } = [];

    /// <summary>What contracts can hold.</summary>
    public required TermExpressiveness Terms { get; init; }

    /// <summary>Schemes of references that can be kept on a partner (impact.com: <c>impact.value1</c> to <c>impact.value3</c>).</summary>
    public ValueList<string> ReferenceSchemes { get; init; } = [];

    /// <summary>Names of the sub-id parameters, in order.</summary>
    public ValueList<string> SubIdNames { get; init; } = [];

    /// <summary>Longest sub-id value.</summary>
    public int? SubIdMaxLength { get; init; }

    /// <summary>Kinds of link whose URL can be computed once one link of the kind has proved the form (<see cref="Reading.ITrackingLinkForm"/>).</summary>
    public ValueList<Model.Links.LinkKind> ComputedLinks { get; init; } = [];

    /// <summary>Access to one kind of object.</summary>
    public EntityAccess AccessTo(EntityKind entity)
    {
        foreach (var capability in Entities)
        {
            if (capability.Entity == entity)
            {
                return capability.Access;
            }
        }

        return EntityAccess.None;
    }

    /// <summary>The operation of an entity, verb and channel, or null when the rail does not offer it.</summary>
    public WriteOperation? Operation(EntityKind entity, WriteVerb verb, StepChannel channel)
    {
        foreach (var operation in Operations)
        {
            if (operation.Entity == entity && operation.Verb == verb && operation.Channel == channel)
            {
                return operation;
            }
        }

        return null;
    }
}
