namespace Bridge.Engine.Migrations;

/// <summary>There is no run of that id.</summary>
/// <param name="runId">Id.</param>
public sealed class RunNotFoundException(string runId) : Exception($"There is no run '{runId}'; 'bridge status' lists the runs of this migration.");
