using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bridge.Rails.Impact.Reading;

/// <summary>Rows as wire records, with the fields that no record can do without.</summary>
internal static class ImpactRows
{
    /// <exception cref="InvalidDataException">The row is null.</exception>
    public static T Read<T>(JsonElement row, JsonTypeInfo<T> type)
        where T : class => JsonSerializer.Deserialize(row, type) ?? throw new InvalidDataException("it is null");

    /// <summary>A row must be of the program that the list was asked for, where it says of which it is.</summary>
    /// <exception cref="InvalidDataException">It is of another one.</exception>
    public static void OfProgram(string? campaignId, string programId)
    {
        if (campaignId is not null && campaignId != programId)
        {
            throw new InvalidDataException($"it belongs to program {campaignId}, although the list was asked for {programId}");
        }
    }

    /// <summary>A field that must be there. The flat shape of old versions has other names, so its absence may mean a pinned version.</summary>
    /// <exception cref="InvalidDataException">The field is missing.</exception>
    public static void Need(string? value, string field)
    {
        if (value is null)
        {
            throw new InvalidDataException($"'{field}' is missing or empty (an account that answers in an old version's shape has other names)");
        }
    }
}
