namespace Bridge.Storage.Sqlite.Runs;

/// <summary>The tables of a run store. Keys that are read in order are blobs, see <see cref="KeyBytes"/>.</summary>
internal static class RunSchema
{
    public static SqliteSchema Schema { get; } = new("run store", 0x42526731, [Version1]);

    private const string Version1 =
        """
        CREATE TABLE head(
          id INTEGER PRIMARY KEY CHECK (id = 1),
          epoch INTEGER NOT NULL, owner TEXT, sequence INTEGER NOT NULL, hash TEXT NOT NULL, clock TEXT NOT NULL, tally INTEGER NOT NULL, seal INTEGER NOT NULL);
        CREATE TABLE journal(
          sequence INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, at TEXT NOT NULL, previous_hash BLOB NOT NULL, hash BLOB NOT NULL, record TEXT NOT NULL);
        CREATE TABLE runs(
          run_id TEXT PRIMARY KEY, plan_hash TEXT NOT NULL, approval_id TEXT NOT NULL, status TEXT NOT NULL, started_at TEXT NOT NULL,
          started_ticks INTEGER NOT NULL, ended_at TEXT, rolls_back TEXT, reason TEXT, seal INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE steps(
          run_id TEXT NOT NULL REFERENCES runs(run_id), step_id BLOB NOT NULL, state TEXT NOT NULL, attempt INTEGER NOT NULL, target_id TEXT,
          reason TEXT, message TEXT, since TEXT NOT NULL, intended_at TEXT, handoff_id TEXT, seal INTEGER NOT NULL, PRIMARY KEY(run_id, step_id)) WITHOUT ROWID;
        CREATE INDEX steps_by_state ON steps(run_id, state, step_id);
        CREATE TABLE id_map(
          entity TEXT NOT NULL, source BLOB NOT NULL, target TEXT NOT NULL, created INTEGER NOT NULL, kept INTEGER NOT NULL, run_id TEXT NOT NULL, draft_hash TEXT,
          seal INTEGER NOT NULL, PRIMARY KEY(entity, source)) WITHOUT ROWID;
        CREATE TABLE checkpoints(key TEXT PRIMARY KEY, value TEXT NOT NULL, seal INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE documents(
          kind TEXT NOT NULL, key BLOB NOT NULL, json TEXT NOT NULL, seal INTEGER NOT NULL, PRIMARY KEY(kind, key)) WITHOUT ROWID;
        """;
}
