using System.Collections.Frozen;

namespace Bridge.Engine.Questions;

/// <summary>Every kind of question that Bridge asks. A new kind is one entry here and whoever raises it.</summary>
public static class QuestionKinds
{
    /// <summary>Which kind of table a file or sheet is.</summary>
    public const string FileKind = "fileKind";

    /// <summary>Which column of a file a known column is.</summary>
    public const string FileColumn = "fileColumn";

    /// <summary>Order of day, month and year in a file.</summary>
    public const string DateOrder = "dateOrder";

    /// <summary>Decimal mark in a file.</summary>
    public const string DecimalMark = "decimalMark";

    /// <summary>Zone of the times of a connection's files.</summary>
    public const string TimeZone = "timeZone";

    /// <summary>What the tier thresholds of an offer count.</summary>
    public const string TierBasis = "tierBasis";

    /// <summary>Over which period they count.</summary>
    public const string TierPeriod = "tierPeriod";

    /// <summary>Whether a reached tier pays backwards.</summary>
    public const string TierMode = "tierMode";

    /// <summary>Who a source partner is on the target.</summary>
    public const string PartnerMatch = "partnerMatch";

    /// <summary>Whether a loss is accepted.</summary>
    public const string Loss = "loss";

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<QuestionKind> All { get; } =
    [
        new(FileKind, QuestionStage.Reading, "Which kind of table a file or sheet is."),
        new(FileColumn, QuestionStage.Reading, "Which column of a file holds what Bridge needs."),
        new(DateOrder, QuestionStage.Reading, "In which order day, month and year stand in a file."),
        new(DecimalMark, QuestionStage.Reading, "Which decimal mark a file uses."),
        new(TimeZone, QuestionStage.Reading, "In which zone the times of the files are."),
        new(TierBasis, QuestionStage.Planning, "What the tier thresholds of an offer count."),
        new(TierPeriod, QuestionStage.Planning, "Over which period the tier thresholds of an offer count."),
        new(TierMode, QuestionStage.Planning, "Whether a reached tier pays the whole period or only what lies above it."),
        new(PartnerMatch, QuestionStage.Planning, "Who a partner of the source is on the target."),
        new(Loss, QuestionStage.Approval, "Whether a loss of the plan is accepted."),
    ];

    private static readonly FrozenDictionary<string, QuestionKind> ByName = All.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>What answers of a kind change; planning for a kind that this version does not know, which is the careful reading.</summary>
    public static QuestionStage StageOf(string kind) => ByName.TryGetValue(kind, out var known) ? known.Stage : QuestionStage.Planning;

    /// <summary>True when answers of a kind are inputs of a plan.</summary>
    public static bool IsPlanInput(string kind) => StageOf(kind) is QuestionStage.Reading or QuestionStage.Planning;
}
