namespace Bridge.Rails.Abstractions.Intake;

/// <summary>Which column of a file a known column is.</summary>
/// <param name="Name">The known column.</param>
/// <param name="Header">Header in the file.</param>
/// <param name="Place">Place from 1; null when the header alone says it.</param>
public sealed record IntakeColumn(string Name, string Header, int? Place);
