using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.House.Columns;

/// <summary>Files of one kind and the way to read them: the house columns themselves, or those that a column map names.</summary>
/// <param name="Schema">Columns as these files have them, under their house names.</param>
/// <param name="Patterns">File patterns inside the folder.</param>
/// <param name="Forms">Dates, numbers and times of these files.</param>
internal sealed record MappedFiles(TableSchema Schema, IReadOnlyList<string> Patterns, TableForms Forms);
