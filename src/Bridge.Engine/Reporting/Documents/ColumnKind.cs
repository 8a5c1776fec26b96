namespace Bridge.Engine.Reporting.Documents;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number: set to the right.</summary>
    Number,

    /// <summary>A code or id, shown letter by letter.</summary>
    Code,
}
