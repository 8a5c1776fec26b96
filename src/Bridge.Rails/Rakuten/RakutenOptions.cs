using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Intake;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;

namespace Bridge.Rails.Rakuten;

/// <summary>Settings of one connection, checked.</summary>
internal sealed record RakutenOptions
{
    /// <summary>Name of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>Absolute path of the export folder.</summary>
    public required string ExportFolder { get; init; }

    /// <summary>File patterns per kind; an empty list says that the program has no such file.</summary>
    public required IReadOnlyDictionary<ExportKind, IReadOnlyList<string>> Patterns { get; init; }

    /// <summary>What was decided about the files of the folder.</summary>
    public IntakeFile Intake { get; init; } = IntakeFile.None;

    /// <summary>Folder of the commissioning lists, absolute.</summary>
    public required string ListsFolder { get; init; }

    /// <summary>Numeric id of the advertiser in one network (MID).</summary>
    public required string AdvertiserId { get; init; }

    /// <summary>Name of the program.</summary>
    public required string ProgramName { get; init; }

    /// <summary>Currency of the network: reports carry none.</summary>
    public required Currency Currency { get; init; }

    /// <summary>How numbers, dates and times are written where a file leaves it open.</summary>
    public required TableForms Forms { get; init; }

    /// <summary>Day of the export, by which contracts and codes have ended or not; null for today.</summary>
    public DateOnly? ExportDate { get; init; }

    /// <summary>The publisher API of a house account; null when there is none.</summary>
    public PublisherApiOptions? PublisherApi { get; init; }

    /// <summary>The Reporting API instead of report files; null when there is none.</summary>
    public ReportingApiOptions? ReportingApi { get; init; }
}
