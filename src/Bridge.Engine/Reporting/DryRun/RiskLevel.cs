using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>How closely a reviewer should look at a partner.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RiskLevel>))]
public enum RiskLevel
{
    /// <summary>Nothing that cannot be put back.</summary>
    Low,

    /// <summary>Something is lost, cannot be undone or is noticed.</summary>
    Medium,

    /// <summary>Something does not move, waits for a decision, or pays differently.</summary>
    High,
}
