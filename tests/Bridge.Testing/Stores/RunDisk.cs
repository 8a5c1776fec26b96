using System.Text;
using Bridge.Engine.Execution;
using Bridge.Engine.Snapshots;
using Bridge.Model.Identity;

namespace Bridge.Testing.Stores;

/// <summary>What survives a process: the committed state that all in-memory run stores of one migration share.</summary>
internal sealed class RunDisk
{
    private static readonly Comparer<(string, string)> ByBoth = Comparer<(string First, string Second)>.Create((left, right) =>
        KeyOrder.Instance.Compare(left.First, right.First) is var first and not 0 ? first : KeyOrder.Instance.Compare(left.Second, right.Second));

    public Lock Gate { get; } = new();

    public StorageFaults Faults { get; } = new();

    public List<JournalEntry> Journal { get; } = [];

    public SortedDictionary<(string Run, string Step), StepRow> Steps { get; } = new(ByBoth);

    public SortedDictionary<(string Entity, string Source), IdMapRow> IdMap { get; } = new(ByBoth);

    public Dictionary<string, RunRow> Runs { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Checkpoints { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<(string Kind, string Key), string> Documents { get; } = new(ByBoth);

    public OwnerEpoch Epoch { get; set; }

    public string? OwnerName { get; set; }

    public InMemoryRunStore? LivingOwner { get; set; }

    public DateTimeOffset Clock { get; set; } = DateTimeOffset.MinValue;

    public JournalEntry Commit(OwnerEpoch epoch, DateTimeOffset now, JournalRecord record, IReadOnlyList<StoreChange> changes)
    {
        Check(changes);
        var fault = Faults.Take();
        if (fault == StorageFault.NoSpace)
        {
            throw new StoreFileException("memory", "There is no space left on the disk.", "Free some space and run again.");
        }

        var at = now > Clock ? now : Clock;

        // Through text and back, as on a disk: a caller that changes its payload later must not change the journal.
        var kept = JournalChain.Parse(Encoding.UTF8.GetBytes(JournalChain.Canonical(record)));
        var entry = JournalChain.Seal(Journal.Count + 1, epoch, at, Journal.Count == 0 ? JournalChain.Origin : Journal[^1].Hash, kept);
        if (fault != StorageFault.LoseUnsynced)
        {
            Clock = at;
            Journal.Add(entry);
            foreach (var change in changes)
            {
                Apply(change);
            }
        }

        return fault is null ? entry : throw new SimulatedCrashException();
    }

    private void Check(IReadOnlyList<StoreChange> changes)
    {
        var started = changes.OfType<StoreChange.SetRun>().Select(change => change.Row.RunId).ToHashSet(StringComparer.Ordinal);
        foreach (var step in changes.OfType<StoreChange.SetStep>())
        {
            if (!Runs.ContainsKey(step.Row.RunId) && !started.Contains(step.Row.RunId))
            {
                throw new InvalidOperationException($"Step '{step.Row.StepId}' belongs to run '{step.Row.RunId}', which is not in the store.");
            }
        }
    }

    private void Apply(StoreChange change)
    {
        switch (change)
        {
            case StoreChange.SetStep set:
                Steps[(set.Row.RunId, set.Row.StepId)] = set.Row;
                break;
            case StoreChange.SetIdMap set:
                IdMap[(EntityNames.Of(set.Row.Entity), set.Row.Source)] = set.Row;
                break;
            case StoreChange.RemoveIdMap remove:
                IdMap.Remove((EntityNames.Of(remove.Entity), remove.Source));
                break;
            case StoreChange.SetRun set:
                Runs[set.Row.RunId] = set.Row;
                break;
            case StoreChange.SetCheckpoint { Value: null } set:
                Checkpoints.Remove(set.Key);
                break;
            case StoreChange.SetCheckpoint set:
                Checkpoints[set.Key] = set.Value;
                break;
            case StoreChange.SetDocument set:
                Documents[(set.Kind, set.Key)] = set.Json;
                break;
            default:
                throw new InvalidOperationException($"A store change of type {change.GetType().Name} is not known here.");
        }
    }
}
