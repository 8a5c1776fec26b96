using Bridge.Engine.Mapping.Profiles;
using Bridge.Model.Programs;
using Bridge.Rails.Abstractions;

namespace Bridge.Engine.Validation;

/// <summary>What rules may look at beside the record.</summary>
/// <param name="Profile">Profile.</param>
/// <param name="Target">Target rail.</param>
/// <param name="Program">Program on the target.</param>
internal sealed record RuleContext(MappingDefinition Profile, RailDescriptor Target, Program Program)
{
    /// <summary>Hosts that destinations may have on the target.</summary>
    public PermittedHosts Hosts { get; } = new(Program.PermittedHosts);
}
