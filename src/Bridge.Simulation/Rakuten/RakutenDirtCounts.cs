namespace Bridge.Simulation.Rakuten;

/// <summary>How often each kind of dirt was put into one file.</summary>
public sealed record RakutenDirtCounts
{
    /// <summary>Rows cut off after two fields; part of the unreadable rows.</summary>
    public int ShortRows { get; init; }

    /// <summary>Rows with letters in their numeric key; part of the unreadable rows.</summary>
    public int LettersInKey { get; init; }

    /// <summary>Lines without any content; they are no rows.</summary>
    public int BlankLines { get; init; }

    /// <summary>Fields that contain a line break.</summary>
    public int QuotedNewLines { get; init; }

    /// <summary>Fields that contain a quotation mark.</summary>
    public int QuotesInside { get; init; }

    public int MissingEmails { get; init; }

    /// <summary>E-mails with capitals or blanks around them.</summary>
    public int UntidyEmails { get; init; }

    public int UrlsWithoutScheme { get; init; }

    /// <summary>Report rows with negative amounts.</summary>
    public int Corrections { get; init; }

    /// <summary>Publishers that another file lists with another state.</summary>
    public int StateContradictions { get; init; }

    /// <summary>Columns that the format does not know.</summary>
    public int UnknownColumns { get; init; }
}
