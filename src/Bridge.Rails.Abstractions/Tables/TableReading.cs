using System.Runtime.CompilerServices;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>
/// The common way from files to pages of one entity. Findings about missing files come with the first page, those about a file
/// with its first page, those about a row with its own.
/// </summary>
/// <param name="folder">Names rail and connection in errors.</param>
/// <param name="pager">Reads the rows.</param>
/// <param name="today">The day by which dates are judged when a read begins; a read that is taken up again keeps its own.</param>
public sealed class TableReading(TableFolder folder, RowPager pager, Func<DateOnly> today)
{
    /// <summary>Reads all files of one entity.</summary>
    /// <typeparam name="T">Canonical type.</typeparam>
    /// <param name="find">The files in the order in which they are read; gets the day of the export and a list for findings about files that are missing.</param>
    /// <param name="scope">What to cover.</param>
    /// <param name="begin">Prepares the read: gets the day of the export and a list for findings of the read as a whole.</param>
    /// <param name="tail">Pages behind the files, or null; gets the cursor when the read goes on inside of them.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async IAsyncEnumerable<ReadPage<T>> ReadAsync<T>(
        Func<DateOnly, List<Finding>, IReadOnlyList<TableFile>> find,
        ReadScope scope,
        Func<DateOnly, List<Finding>, Task<RowTranslator<T>>> begin,
        Func<TableCursor?, DateOnly, IAsyncEnumerable<ReadPage<T>>>? tail,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = Cursor(scope);
        var asOf = after?.AsOf ?? today();
        var head = new List<Finding>();
        var files = find(asOf, head);
        var translate = await begin(asOf, head);
        head = after is null ? [.. head.Distinct()] : [];
        if (after is null or { Stage: TableCursor.Rows })
        {
            var last = files.Count == 0 ? null : files[^1].Name;
            await foreach (var page in pager.ReadAsync(files, after, cancellationToken))
            {
                var ends = page.EndsFile && string.Equals(page.File.Name, last, StringComparison.Ordinal) && tail is null;
                yield return Build(page, translate, ends ? null : Next(page, asOf), head);
                head = [];
            }
        }

        if (tail is not null)
        {
            await foreach (var page in tail(after is { Stage: TableCursor.Rows } ? null : after, asOf))
            {
                yield return head.Count == 0 ? page : page with { Findings = [.. head, .. page.Findings] };
                head = [];
            }
        }
        else if (files.Count == 0)
        {
            yield return new ReadPage<T> { Records = [], Rows = default, Findings = head };
        }
    }

    /// <summary>Judges the row as a whole when there are no cells yet, else its cells; null when the record can be made.</summary>
    public static RowOutcome<T>? Refuse<T>(EntityKind entity, TableRow row, CellReader? cells, List<Finding> findings)
    {
        if (cells is null)
        {
            if (row.IsExample())
            {
                findings.Add(TableFindings.Example(entity, row.Place));
                return RowOutcome<T>.Total;
            }

            if (row.IsTotal())
            {
                return RowOutcome<T>.Total;
            }

            if (row.Damage() is not { } damage)
            {
                return null;
            }

            findings.Add(TableFindings.Row("BRG-TAB-020", Severity.Warning, entity, row.Place, null, $"The row cannot be read: {damage}.", "Correct the row in the file, or export it again."));
            return RowOutcome<T>.Unreadable;
        }

        foreach (var problem in cells.Problems)
        {
            findings.Add(TableFindings.Row(
                problem.Fatal ? "BRG-TAB-021" : "BRG-TAB-024",
                Severity.Warning,
                entity,
                row.Place,
                problem.Value,
                problem.Fatal
                    ? $"The row cannot be read: column '{problem.Column}' {problem.Rule}."
                    : $"Column '{problem.Column}' {problem.Rule}; the record was read without it.",
                $"Correct column '{problem.Column}' in this row of the file."));
        }

        return cells.Unreadable ? RowOutcome<T>.Unreadable : null;
    }

    /// <summary>One loss per cell that was left out.</summary>
    public static IEnumerable<Loss> Losses(CellReader cells) => cells.Problems.Select(problem => new Loss
    {
        Code = "CellUnreadable",
        Fidelity = Fidelity.Dropped,
        Path = problem.Column,
        Message = $"Column '{problem.Column}' {problem.Rule}.",
    });

    private static TableCursor Next(TablePage page, DateOnly asOf) => new()
    {
        AsOf = asOf,
        Name = page.File.Name,
        Length = page.Length,
        Offset = page.NextOffset,
        Line = page.NextLine,
    };

    private static ReadPage<T> Build<T>(TablePage page, RowTranslator<T> translate, TableCursor? next, List<Finding> head)
    {
        var findings = new List<Finding>([.. head, .. page.Findings]);
        var records = new List<Read<T>>(page.Rows.Count);
        var (totals, duplicates, unreadable, notCovered) = (0L, 0L, 0L, 0L);
        foreach (var row in page.Rows)
        {
            var outcome = translate(row, findings);
            switch (outcome.Kind)
            {
                case RowOutcomeKind.Record:
                    records.Add(outcome.Record ?? throw new InvalidOperationException("A record row made no record."));
                    break;
                case RowOutcomeKind.Total:
                    totals++;
                    break;
                case RowOutcomeKind.Duplicate:
                    duplicates++;
                    break;
                case RowOutcomeKind.Unreadable:
                    unreadable++;
                    break;
                default:
                    notCovered++;
                    break;
            }
        }

        return new ReadPage<T>
        {
            Records = records,
            Raw = page.Bytes.IsEmpty ? null : new RawPage($"{page.File.Name}#{page.Lines.First}-{page.Lines.Last}", page.ContentType, page.Bytes),
            Rows = new RowCounts(page.Rows.Count - notCovered, records.Count, totals, duplicates, unreadable),
            Findings = findings,
            Cursor = next?.ToString(),
        };
    }

    private TableCursor? Cursor(ReadScope scope)
    {
        try
        {
            return TableCursor.Parse(scope.After);
        }
        catch (FormatException exception)
        {
            throw new RailContractException(folder.Context("read.resume", exception.Message), "the cursor is not one of this connector", exception);
        }
    }
}
