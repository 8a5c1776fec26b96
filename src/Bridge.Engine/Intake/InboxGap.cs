using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Intake;

/// <summary>Something that the inbox lacks.</summary>
/// <param name="Schema">Kind of table.</param>
/// <param name="Blocks">True when nothing goes on without it.</param>
/// <param name="Message">What is missing and what happens.</param>
/// <param name="Keys">Keys of another kind that this one does not cover; empty when the file itself is missing.</param>
public sealed record InboxGap(TableSchema Schema, bool Blocks, string Message, IReadOnlyList<string> Keys);
