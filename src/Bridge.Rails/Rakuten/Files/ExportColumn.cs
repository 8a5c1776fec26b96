namespace Bridge.Rails.Rakuten.Files;

/// <summary>One column that the connector knows.</summary>
/// <param name="Name">Name as Rakuten or the sheet writes it in English.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Required">True when a file without it cannot be read.</param>
/// <param name="Aliases">Other spellings: German and French dashboards, older exports.</param>
internal sealed record ExportColumn(string Name, CellKind Kind, bool Required, params string[] Aliases);
