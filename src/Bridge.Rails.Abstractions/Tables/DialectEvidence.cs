namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Collects what the dates or numbers of a file say about its form.</summary>
/// <typeparam name="TForm">The form.</typeparam>
internal sealed class DialectEvidence<TForm>
    where TForm : struct, Enum
{
    private readonly Dictionary<TForm, EvidenceCell> proofs = [];

    /// <summary>First cell that fits several forms with different values; null when there was none.</summary>
    public EvidenceCell? Unclear { get; private set; }

    /// <summary>True when a cell was seen that needs no decision.</summary>
    public bool SeenClear { get; private set; }

    /// <summary>True when one form is proved.</summary>
    public bool Proved => proofs.Count > 0;

    /// <summary>The only form that the file allows, or null.</summary>
    public TForm? Form => proofs.Count == 1 ? proofs.Keys.First() : null;

    /// <summary>Two cells that contradict each other, or null.</summary>
    public (EvidenceCell First, EvidenceCell Second)? Contradiction
    {
        get
        {
            var cells = proofs.Values.OrderBy(cell => cell.Line).Take(2).ToList();
            return cells.Count == 2 ? (cells[0], cells[1]) : null;
        }
    }

    /// <summary>Adds one cell.</summary>
    public void Add(TForm? form, bool unclear, int line, string column, string text)
    {
        if (form is { } proved)
        {
            proofs.TryAdd(proved, new EvidenceCell(line, column, text));
        }
        else if (unclear)
        {
            Unclear ??= new EvidenceCell(line, column, text);
        }
        else
        {
            SeenClear = true;
        }
    }
}
