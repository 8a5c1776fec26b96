using Bridge.Engine.Validation;
using Bridge.Engine.Yaml;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>A profile that is being checked.</summary>
internal sealed class ProfileSubject(MappingDefinition definition, YamlNode tree, RailDescriptor source, RailDescriptor target, ICollection<Finding> findings)
{
    public MappingDefinition Definition => definition;

    public RailDescriptor Source => source;

    public RailDescriptor Target => target;

    /// <summary>Reports a problem.</summary>
    /// <param name="rule">What it is.</param>
    /// <param name="value">Offending value.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="path">Where: keys, and numbers for items of a list.</param>
    public void Report(FindingDefinition rule, string? value, string message, params ReadOnlySpan<string> path) => findings.Add(new Finding
    {
        Code = rule.Code,
        Severity = rule.Severity,
        Place = YamlPath.Locate(tree, path).ToString(),
        Value = value,
        Message = message,
        Remedy = rule.Remedy,
    });
}
