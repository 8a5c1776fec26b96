using Bridge.Model.Findings;
using Bridge.Rails.Rakuten.Files;

namespace Bridge.Rails.Rakuten.Reading;

/// <summary>Turns one row into a record, or says what else it is; writes a finding for whatever it cannot read.</summary>
/// <typeparam name="T">Canonical type.</typeparam>
internal delegate RowOutcome<T> RowTranslator<T>(ExportRow row, List<Finding> findings);
