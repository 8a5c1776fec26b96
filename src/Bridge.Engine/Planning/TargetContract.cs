using Bridge.Engine.Snapshots;
using Bridge.Model.Contracts;

namespace Bridge.Engine.Planning;

/// <summary>A contract on the target, by its place in the snapshot.</summary>
internal readonly record struct TargetContract(string Id, ContractStatus Status, RecordLocation Location);
