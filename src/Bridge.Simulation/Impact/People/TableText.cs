using System.Text;

namespace Bridge.Simulation.Impact.People;

/// <summary>A table as text, taken apart into its header and rows without reading the cells; a quoted cell may span lines.</summary>
internal sealed record TableText(string Header, IReadOnlyList<string> Rows)
{
    public static TableText Parse(string text)
    {
        var rows = new List<string>();
        var row = new StringBuilder();
        var quoted = false;
        foreach (var one in text.TrimStart('\uFEFF'))
        {
            quoted ^= one == '"';
            if (one == '\n' && !quoted)
                End();
            else
                row.Append(one);
        }

        End();
        return rows.Count == 0 ? new TableText(string.Empty, []) : new TableText(rows[0], rows[1..]);

        void End()
        {
            var line = row.ToString().TrimEnd('\r');
            row.Clear();
            if (line.Length > 0)
                rows.Add(line);
        }
    }

    /// <summary>The table with these rows instead.</summary>
    public string With(IEnumerable<string> rows) => string.Join("\r\n", rows.Prepend(Header)) + "\r\n";
}
