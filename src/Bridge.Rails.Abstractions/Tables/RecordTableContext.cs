using Bridge.Model.Money;
using Bridge.Model.Privacy;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>What rows depend on beside their record.</summary>
/// <param name="Personal">Gives personal values; null leaves their cells blank.</param>
/// <param name="Currency">Currency of amounts that name none.</param>
/// <param name="AsOf">Day by which a reader of the tables tells what has ended.</param>
public sealed record RecordTableContext(IPersonalValues? Personal, Currency Currency, DateOnly AsOf);
