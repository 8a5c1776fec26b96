using Bridge.Model.Findings;

namespace Bridge.Engine.Migrations;

/// <summary>Settings, profile or overrides have problems; all of them are named. Nothing was done.</summary>
/// <param name="findings">The problems.</param>
public sealed class MigrationInvalidException(IReadOnlyList<Finding> findings)
    : Exception(string.Join(Environment.NewLine, findings.Select(finding => finding.ToString())))
{
    /// <summary>The problems.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
