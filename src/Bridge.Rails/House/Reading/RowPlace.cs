namespace Bridge.Rails.House.Reading;

/// <summary>Where a row stands.</summary>
/// <param name="File">Number of the file, in reading order.</param>
/// <param name="Offset">Position.</param>
/// <param name="Line">Line.</param>
internal readonly record struct RowPlace(int File, long Offset, int Line);
