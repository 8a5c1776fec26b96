namespace Bridge.Engine.Validation;

/// <summary>One rule, one class, one stable code. Found by scanning the assembly.</summary>
public interface IMigrationRule
{
    /// <summary>What it reports.</summary>
    FindingDefinition Definition { get; }
}
