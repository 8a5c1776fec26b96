using Bridge.Model.Collections;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>A count, and the first few of what is counted.</summary>
/// <param name="limit">How many are kept.</param>
internal sealed class Examples(int limit)
{
    private readonly List<RecordName> first = [];

    public long Count { get; private set; }

    public IReadOnlyList<RecordName> First => first;

    public void Add(Func<RecordName> name)
    {
        Count++;
        if (first.Count < limit)
        {
            first.Add(name());
        }
    }

    public ValueList<RecordName> Named(PartnerNames names) => first.Select(names.Complete).ToValueList();
}
