using Bridge.Model.Findings;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Turns one row into a record, or says what else it is; writes a finding for whatever it cannot read.</summary>
/// <typeparam name="T">Canonical type.</typeparam>
/// <param name="row">The row.</param>
/// <param name="findings">Takes what cannot be read.</param>
public delegate RowOutcome<T> RowTranslator<T>(TableRow row, List<Finding> findings);
