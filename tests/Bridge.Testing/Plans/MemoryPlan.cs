using System.Runtime.CompilerServices;
using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Testing.Plans;

/// <summary>A plan in memory, with totals counted from its lines.</summary>
public sealed class MemoryPlan : IPlanSource
{
    private readonly IReadOnlyList<PlanLine> lines;

    public MemoryPlan(PlanHeader header, IEnumerable<PlanLine> body, string? hash = null)
    {
        var tally = new PlanTally();
        var all = new List<PlanLine> { header };
        foreach (var line in body)
        {
            if (Record(line) is { } entity)
            {
                tally.Extracted(entity);
            }

            tally.Count(line);
            all.Add(line);
        }

        Header = header;
        Totals = tally.Totals();
        Hash = hash ?? new string('a', 64);
        all.Add(Totals);
        lines = all;
    }

    private MemoryPlan(MemoryPlan other, IReadOnlyList<PlanLine> lines)
    {
        Header = other.Header;
        Totals = other.Totals;
        Hash = other.Hash;
        this.lines = lines;
    }

    public string Hash { get; }

    public PlanHeader Header { get; }

    public PlanTotals Totals { get; }

    /// <summary>How often the plan was streamed.</summary>
    public int Reads { get; private set; }

    /// <summary>The same header and totals over other lines: a plan that does not balance.</summary>
    public MemoryPlan WithLines(Func<IReadOnlyList<PlanLine>, IEnumerable<PlanLine>> change) => new(this, [.. change(lines)]);

    public async IAsyncEnumerable<PlanLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Reads++;
        foreach (var line in lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return line;
        }

        await Task.CompletedTask;
    }

    private static EntityKind? Record(PlanLine line) => line switch
    {
        StepLine { Step: { Source: not null } step } => step.Entity,
        OutcomeLine outcome => outcome.Entity,
        _ => null,
    };
}
