using Bridge.Engine.Matching;

namespace Bridge.Engine.Brands;

/// <summary>
/// Which rows of several programs are one partner. Equal ids join rows whatever else differs; a host or an e-mail joins rows of two
/// programs only where each of them has it once, for what two partners of one program share says nothing.
/// </summary>
internal sealed class PartnerClusters
{
    private readonly List<int> parents = [];
    private readonly List<int> programs = [];
    private readonly Dictionary<UInt128, int> byId = [];
    private readonly Dictionary<UInt128, List<int>> byEvidence = [];

    /// <summary>Adds a row; rows are numbered from 0.</summary>
    public int Add(int program, string idScope, string id, IEnumerable<string> evidence)
    {
        var row = parents.Count;
        parents.Add(row);
        programs.Add(program);
        var key = HashKey.Of(idScope, id);
        if (byId.TryGetValue(key, out var same))
        {
            Join(same, row);
        }
        else
        {
            byId.Add(key, row);
        }

        foreach (var mark in evidence)
        {
            var marked = HashKey.Of("evidence", mark);
            if (!byEvidence.TryGetValue(marked, out var rows))
            {
                byEvidence[marked] = rows = [];
            }

            rows.Add(row);
        }

        return row;
    }

    /// <summary>Joins rows by their evidence; call it once, after the last row.</summary>
    public void Seal()
    {
        foreach (var rows in byEvidence.Values.Where(rows => rows.Count > 1 && rows.GroupBy(row => programs[row]).All(group => group.Count() == 1)))
        {
            foreach (var row in rows.Skip(1))
            {
                Join(rows[0], row);
            }
        }

        byEvidence.Clear();
    }

    /// <summary>First row of the partner that a row belongs to.</summary>
    public int Of(int row)
    {
        while (parents[row] != row)
        {
            row = parents[row] = parents[parents[row]];
        }

        return row;
    }

    private void Join(int one, int other)
    {
        var (first, second) = (Of(one), Of(other));
        parents[Math.Max(first, second)] = Math.Min(first, second);
    }
}
