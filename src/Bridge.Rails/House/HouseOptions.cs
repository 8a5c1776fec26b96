using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Intake;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Columns;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House;

/// <summary>Settings of one connection, checked.</summary>
internal sealed record HouseOptions
{
    /// <summary>Name of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>Absolute path of the folder with the files.</summary>
    public required string ExportFolder { get; init; }

    /// <summary>Which files hold a kind and how they are read; an empty list says that the program has none.</summary>
    public required IReadOnlyDictionary<HouseKind, IReadOnlyList<MappedFiles>> Files { get; init; }

    /// <summary>What was decided about the files of the folder; files of a hand-written map are not touched by it.</summary>
    public IntakeFile Intake { get; init; } = IntakeFile.None;

    /// <summary>Id of the program on its network.</summary>
    public required string ProgramId { get; init; }

    /// <summary>Account that the program belongs to.</summary>
    public required string AccountId { get; init; }

    /// <summary>Name of the program.</summary>
    public required string ProgramName { get; init; }

    /// <summary>Currency of amounts that name none.</summary>
    public required Currency Currency { get; init; }

    /// <summary>How numbers, dates and times are written where a file leaves it open.</summary>
    public required TableForms Forms { get; init; }

    /// <summary>Day of the export, by which contracts and codes have ended or not; null for today.</summary>
    public DateOnly? ExportDate { get; init; }

    /// <summary>Host of tracking links; null when nobody said.</summary>
    public string? TrackingHost { get; init; }

    /// <summary>Where a link without destination leads; null when nobody said.</summary>
    public string? DefaultLandingPage { get; init; }

    /// <summary>Hosts that destinations may have; empty for any.</summary>
    public IReadOnlyList<string> PermittedHosts { get; init; } = [];
}
