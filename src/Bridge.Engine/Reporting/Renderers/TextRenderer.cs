using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Documents;
using Bridge.Engine.Reporting.Wording;
using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting.Renderers;

/// <summary>A report as plain lines for a terminal.</summary>
public static class TextRenderer
{
    private const int NarrowestPage = 40;

    /// <summary>The lines.</summary>
    /// <param name="document">The report.</param>
    /// <param name="width">Columns of the terminal; 40 at least.</param>
    /// <param name="cards">How many cards (partners) to print; the rest is counted.</param>
    public static IReadOnlyList<ReportLine> Lines(ReportDocument document, int width, int cards = 20)
    {
        var cases = new Cases(Math.Max(width, NarrowestPage), cards);
        cases.Wrap(LineStyle.Title, document.Title, "");
        cases.Wrap(LineStyle.Muted, document.Subtitle, "");
        foreach (var block in document.Blocks)
        {
            block.Match(cases);
        }

        return cases.Lines;
    }

    /// <summary>The lines as one text, without styles.</summary>
    public static string Text(ReportDocument document, int width, int cards = 20) =>
        string.Concat(Lines(document, width, cards).Select(line => line.Text + "\n"));

    private sealed class Cases(int width, int mostCards) : IBlockCases<int>
    {
        public List<ReportLine> Lines { get; } = [];

        public int Heading(HeadingBlock block)
        {
            Blank();
            Wrap(block.Level == 2 ? LineStyle.Chapter : LineStyle.Section, block.Level == 2 ? block.Text.ToUpperInvariant() : block.Text, "");
            return Lines.Count;
        }

        public int Notice(NoticeBlock block)
        {
            Blank();
            Wrap(StyleOf(block.Tone), block.Text, Mark(block.Tone));
            return Lines.Count;
        }

        public int Text(TextBlock block)
        {
            Blank();
            Wrap(LineStyle.Text, block.Text, "");
            return Lines.Count;
        }

        public int Figures(FiguresBlock block)
        {
            Blank();
            var column = block.Figures.Max(figure => VisibleText.Width(figure.Value));
            foreach (var figure in block.Figures)
            {
                Wrap(StyleOf(figure.Tone), figure.Label, TextWrap.Pad(figure.Value, column, toRight: true) + "  ");
            }

            return Lines.Count;
        }

        public int Facts(FactsBlock block)
        {
            Blank();
            var column = block.Facts.Max(fact => VisibleText.Width(fact.Label));
            foreach (var fact in block.Facts)
            {
                Wrap(LineStyle.Text, fact.Value, TextWrap.Pad(fact.Label, column, toRight: false) + "  ");
            }

            return Lines.Count;
        }

        public int Table(TableBlock block)
        {
            Blank();
            Lines.AddRange(TextTable.Lines(block.Columns, block.Rows, width));
            Note(block.Note);
            return Lines.Count;
        }

        public int Equations(EquationsBlock block)
        {
            Blank();
            foreach (var totals in block.Entities)
            {
                Wrap(totals.Balanced() ? LineStyle.Good : LineStyle.Danger, Equation.Of(totals), TextWrap.Pad(EntityNames.Of(totals.Entity), 10, toRight: false));
            }

            return Lines.Count;
        }

        public int Cards(CardsBlock block)
        {
            foreach (var card in block.Cards.Take(mostCards))
            {
                Blank();
                Wrap(StyleOf(card.Tone), $"{card.Title} ({card.Subtitle}), {card.Level}", "");
                foreach (var badge in card.Badges)
                {
                    Wrap(LineStyle.Muted, badge, "  ! ");
                }

                foreach (var part in card.Parts)
                {
                    Part(part);
                }
            }

            var hidden = block.Cards.Count - mostCards;
            Note(hidden > 0 ? $"and {NumberText.Of(hidden)} more in the HTML report" : null);
            Note(block.Note);
            return Lines.Count;
        }

        public void Wrap(LineStyle style, string text, string lead)
        {
            var lines = TextWrap.Of(VisibleText.Of(text), Math.Max(10, width - VisibleText.Width(lead)));
            for (var index = 0; index < lines.Count; index++)
            {
                Lines.Add(new ReportLine(style, ((index == 0 ? lead : new string(' ', VisibleText.Width(lead))) + lines[index]).TrimEnd()));
            }
        }

        private static LineStyle StyleOf(Tone tone) => tone switch
        {
            Tone.Good => LineStyle.Good,
            Tone.Note => LineStyle.Note,
            Tone.Warning => LineStyle.Warning,
            Tone.Danger => LineStyle.Danger,
            _ => LineStyle.Text,
        };

        private static string Mark(Tone tone) => tone switch
        {
            Tone.Danger => "!! ",
            Tone.Warning => "!  ",
            Tone.Good => "OK ",
            _ => "",
        };

        private static string Change(FieldDifference difference) => difference switch
        {
            { Before: null } => $"{difference.Path}: {difference.After}",
            { After: null } => $"{difference.Path}: {difference.Before} -> gone",
            _ => $"{difference.Path}: {difference.Before} -> {difference.After}",
        };

        private void Part(CardPart part)
        {
            Wrap(part.Tone == Tone.Neutral ? LineStyle.Text : StyleOf(part.Tone), part.Title, "  - ");
            // What is new fits into a paragraph; what changes gets a line each, to be compared.
            var made = string.Join("; ", part.Changes.Where(difference => difference.Before is null).Select(Change));
            if (made.Length > 0)
            {
                Wrap(LineStyle.Text, made, "      ");
            }

            foreach (var difference in part.Changes.Where(difference => difference.Before is not null))
            {
                Wrap(LineStyle.Text, Change(difference), "      ");
            }

            foreach (var note in part.Notes)
            {
                Wrap(LineStyle.Muted, note, "      ");
            }
        }

        private void Note(string? note)
        {
            if (note is not null)
            {
                Wrap(LineStyle.Muted, note, "");
            }
        }

        private void Blank()
        {
            if (Lines.Count > 0 && Lines[^1].Text.Length > 0)
            {
                Lines.Add(new ReportLine(LineStyle.Text, ""));
            }
        }
    }
}
