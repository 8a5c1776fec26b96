namespace Bridge.Storage.Sqlite.Runs;

/// <summary>Shape of a table whose rows are sealed and counted into the tally of the store's head.</summary>
/// <param name="Name">Table.</param>
/// <param name="Columns">Columns without the seal, the key's first.</param>
/// <param name="Keys">Number of key columns.</param>
internal sealed record StateTable(string Name, IReadOnlyList<string> Columns, int Keys)
{
    public static StateTable Steps { get; } =
        new("steps", ["run_id", "step_id", "state", "attempt", "target_id", "reason", "message", "since", "intended_at", "handoff_id"], 2);

    public static StateTable IdMap { get; } = new("id_map", ["entity", "source", "target", "created", "kept", "run_id", "draft_hash"], 2);

    public static StateTable Runs { get; } =
        new("runs", ["run_id", "plan_hash", "approval_id", "status", "started_at", "started_ticks", "ended_at", "rolls_back", "reason"], 1);

    public static StateTable Checkpoints { get; } = new("checkpoints", ["key", "value"], 1);

    public static StateTable Documents { get; } = new("documents", ["kind", "key", "json"], 2);

    public static IReadOnlyList<StateTable> All { get; } = [Steps, IdMap, Runs, Checkpoints, Documents];

    /// <summary>All columns with the seal, as SQL.</summary>
    public string Selected => string.Join(", ", Columns) + ", seal";

    /// <summary>The condition that picks one row, from ?1 on.</summary>
    public string KeyCondition => string.Join(" AND ", Columns.Take(Keys).Select((column, at) => $"{column}=?{at + 1}"));

    /// <summary>A statement that writes a row, with one parameter a column and the seal.</summary>
    public string Upsert =>
        $"INSERT INTO {Name}({Selected}) VALUES({string.Join(", ", Enumerable.Range(1, Columns.Count + 1).Select(number => $"?{number}"))}) " +
        $"ON CONFLICT({string.Join(", ", Columns.Take(Keys))}) DO UPDATE SET {string.Join(", ", Columns.Skip(Keys).Append("seal").Select(column => $"{column}=excluded.{column}"))}";
}
