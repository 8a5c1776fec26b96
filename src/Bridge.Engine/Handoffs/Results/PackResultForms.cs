using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Handoffs.Results;

/// <summary>What a person says about a result file whose form Bridge does not know.</summary>
public sealed record PackResultForms
{
    /// <summary>Nothing said.</summary>
    public static PackResultForms None { get; } = new();

    /// <summary>Headers by the name of a column of <see cref="PackResultColumns"/>.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Words of the status column and what they mean, letter case ignored.</summary>
    public IReadOnlyDictionary<string, PackRowFate> Words { get; init; } = new Dictionary<string, PackRowFate>();

    /// <summary>Pack that the file is about; null to find it by its rows.</summary>
    public string? Pack { get; init; }
}
