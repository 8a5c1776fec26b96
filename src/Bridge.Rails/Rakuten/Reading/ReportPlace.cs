namespace Bridge.Rails.Rakuten.Reading;

/// <summary>Where the report names a publisher first.</summary>
/// <param name="File">File, as a position in the list of files.</param>
/// <param name="Line">Line.</param>
/// <param name="Offset">Position.</param>
internal readonly record struct ReportPlace(short File, int Line, long Offset);
