namespace Bridge.Rails.Abstractions.Intake;

/// <summary>What a file of the inbox is at first sight.</summary>
public enum FileLookKind
{
    /// <summary>A table with rows.</summary>
    Table,

    /// <summary>A template that nobody has filled in, or a table without rows.</summary>
    Empty,

    /// <summary>Nothing that holds rows of a program: the explanations of a template.</summary>
    Explanation,

    /// <summary>A table that cannot be opened.</summary>
    Unreadable,

    /// <summary>No table at all: another type of file.</summary>
    Other,
}
