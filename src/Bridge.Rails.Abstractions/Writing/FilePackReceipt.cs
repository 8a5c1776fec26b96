using Bridge.Model.Collections;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>What was written into a file pack.</summary>
/// <param name="Rows">Rows of the file for each partner, in order; 0 for one that was left out because its personal values were erased.</param>
public sealed record FilePackReceipt(ValueList<int> Rows);
