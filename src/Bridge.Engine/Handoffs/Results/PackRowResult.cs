using System.Text.Json.Serialization;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Handoffs.Results;

/// <summary>What an importer answered about one partner of a pack. Free of personal values.</summary>
public sealed record PackRowResult
{
    /// <summary>Step of the partner.</summary>
    public required string Step { get; init; }

    /// <summary>What became of it.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<PackRowFate>))]
    public required PackRowFate Fate { get; init; }

    /// <summary>Account that the result names; null for none.</summary>
    public string? Account { get; init; }

    /// <summary>Reason of a refusal, without personal values; also of a refused further row of a partner that was taken. Null for none.</summary>
    public string? Reason { get; init; }

    /// <summary>Line of the result file.</summary>
    public required int Line { get; init; }

    /// <summary>True when the result names the partner by its key or e-mail; false when only the row number says who it is.</summary>
    public bool Named { get; init; }
}
