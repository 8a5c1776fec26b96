using System.Text;
using Bridge.Engine.Reporting.Documents;
using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting.Renderers;

/// <summary>A report as Markdown with tables, for tickets and pull requests. Texts of records are escaped: they never become markup.</summary>
public static class MarkdownRenderer
{
    /// <summary>Writes the report.</summary>
    public static async Task WriteAsync(ReportDocument document, TextWriter writer, CancellationToken cancellationToken)
    {
        await writer.WriteAsync($"# {Escape(document.Title)}\n\n{Escape(document.Subtitle)}\n".AsMemory(), cancellationToken);
        foreach (var block in document.Blocks)
        {
            await writer.WriteAsync(("\n" + block.Match(Cases.Instance)).AsMemory(), cancellationToken);
        }
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in VisibleText.Of(text))
        {
            if (character is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '~' or '&' or '!')
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }

    private sealed class Cases : IBlockCases<string>
    {
        public static Cases Instance { get; } = new();

        public string Heading(HeadingBlock block) => $"{new string('#', block.Level)} {Escape(block.Text)}\n";

        public string Notice(NoticeBlock block) => $"> **{block.Tone switch
        {
            Tone.Danger => "Stop",
            Tone.Warning => "Attention",
            Tone.Good => "Good",
            _ => "Note",
        }}:** {Escape(block.Text)}\n";

        public string Text(TextBlock block) => Escape(block.Text) + "\n";

        public string Figures(FiguresBlock block) => Table(
            [new("Figure", ColumnKind.Number), new("What")],
            [.. block.Figures.Select(figure => new[] { figure.Value, figure.Label })]);

        public string Facts(FactsBlock block) => string.Concat(block.Facts.Select(fact => $"- {Escape(fact.Label)}: {Cell(fact.Value, fact.Code)}\n"));

        public string Table(TableBlock block) => Table(block.Columns, block.Rows) + (block.Note is null ? "" : $"\n{Escape(block.Note)}\n");

        public string Equations(EquationsBlock block) =>
            string.Concat(block.Entities.Select(totals => $"- {EntityNames.Of(totals.Entity)}: {Equation.Of(totals)}\n"));

        public string Cards(CardsBlock block)
        {
            var text = new StringBuilder();
            foreach (var card in block.Cards)
            {
                text.Append($"### {Escape(card.Title)}\n\n{Escape(card.Subtitle)}, {Escape(card.Level)}\n\n");
                foreach (var badge in card.Badges)
                {
                    text.Append($"- {Escape(badge)}\n");
                }

                foreach (var part in card.Parts)
                {
                    text.Append(Part(part));
                }

                text.Append('\n');
            }

            return text.Append(block.Note is null ? "" : $"{Escape(block.Note)}\n").ToString();
        }

        private static string Part(CardPart part)
        {
            var text = new StringBuilder($"\n**{Escape(part.Title)}**\n");
            if (part.Changes.Count > 0)
            {
                text.Append('\n').Append(Table(
                    [new("Field"), new("Now"), new("After")],
                    [.. part.Changes.Select(change => new[] { change.Path, change.Before ?? "-", change.After ?? "-" })]));
            }

            text.Append(part.Notes.Count == 0 ? "" : "\n");
            return text.Append(string.Concat(part.Notes.Select(note => $"- {Escape(note)}\n"))).ToString();
        }

        private static string Table(IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<string>> rows)
        {
            var text = new StringBuilder();
            text.Append("| ").AppendJoin(" | ", columns.Select(column => Escape(column.Name))).Append(" |\n");
            text.Append("| ").AppendJoin(" | ", columns.Select(column => column.Kind == ColumnKind.Number ? "---:" : "---")).Append(" |\n");
            foreach (var row in rows)
            {
                text.Append("| ").AppendJoin(" | ", row.Select((cell, index) => Cell(cell, columns[index].Kind == ColumnKind.Code))).Append(" |\n");
            }

            return text.ToString();
        }

        // A code span shows its text as it is, but a vertical bar ends a cell even there and a back quote ends the span.
        private static string Cell(string text, bool code) =>
            code && text.Length > 0 && text != "-" && !text.Contains('`') && !text.Contains('|') && !text.Contains('\\') ? $"`{VisibleText.Of(text)}`" : Escape(text);
    }
}
