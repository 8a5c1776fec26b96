using System.Globalization;
using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Questions;

/// <summary>Problems of answers, as files and as sheets that come back.</summary>
public static class QuestionFindings
{
    internal static readonly FindingDefinition Unreadable = new(
        "BRG-QST-001", "AnswersReadable", Severity.Blocking, "The answers file cannot be read as a table.", "Undo the change in a text editor; the first line names its columns, and lines are only ever added.");

    internal static readonly FindingDefinition RowWrong = new(
        "BRG-QST-002", "AnswerRowWhole", Severity.Blocking, "A line of the answers file lacks something or holds something else.", "Undo the change, and answer with 'bridge questions answer' or a sheet.");

    internal static readonly FindingDefinition UnknownId = new(
        "BRG-QST-003", "AnsweredQuestionKnown", Severity.Blocking, "A sheet answers a question that nobody asked.", "Export the questions again, and answer in that sheet.");

    internal static readonly FindingDefinition NotTaken = new(
        "BRG-QST-004", "AnswerTaken", Severity.Blocking, "An answer is not one that its question takes.", "Write one of the options of the question.");

    internal static readonly FindingDefinition Nameless = new(
        "BRG-QST-005", "AnswerNamed", Severity.Blocking, "Nobody is named who gives an answer.", "Fill in 'Answered By', or give --as.");

    internal static readonly FindingDefinition Twice = new(
        "BRG-QST-006", "AnsweredOnce", Severity.Blocking, "A sheet answers one question in two ways.", "Keep one of the rows.");

    internal static readonly FindingDefinition SheetWrong = new(
        "BRG-QST-007", "AnswerSheetReadable", Severity.Blocking, "A sheet cannot be read as answers.", "Keep the columns ID and Answer of the exported sheet.");

    internal static readonly FindingDefinition ReadingOutdated = new(
        "BRG-QST-008", "ReadUnderTheseAnswers", Severity.Blocking, "How files are read was answered after they were read.", "Run 'bridge inbox', then 'bridge extract --side source --anew'.");

    internal static readonly FindingDefinition DecidedTwice = new(
        "BRG-QST-009", "PartnerDecidedOnce", Severity.Blocking, "The overrides file and an answer decide differently about one partner.", "Correct the line of the overrides file, or answer the question again.");

    internal static readonly FindingDefinition IntakeOutdated = new(
        "BRG-QST-010", "InboxLookedSinceAnswered", Severity.Blocking, "Questions about files were answered, and the inbox was not looked at since.", "Run 'bridge inbox'.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingDefinition> All { get; } =
        [Unreadable, RowWrong, UnknownId, NotTaken, Nameless, Twice, SheetWrong, ReadingOutdated, DecidedTwice, IntakeOutdated];

    internal static Finding Of(FindingDefinition definition, string file, int line, string? value, string message, string? remedy = null) => new()
    {
        Code = definition.Code,
        Severity = definition.Severity,
        Place = string.Create(CultureInfo.InvariantCulture, $"{file}:{line}"),
        Value = value,
        Message = message,
        Remedy = remedy ?? definition.Remedy,
    };
}
