using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Impact.Reading;

/// <summary>Turns the rows of a page into records; a row that cannot be read is counted and named, never dropped.</summary>
/// <typeparam name="T">Canonical type.</typeparam>
/// <param name="entity">Which entity.</param>
internal sealed class RowReading<T>(EntityKind entity)
{
    private readonly List<Read<T>> records = [];
    private readonly List<Finding> findings = [];
    private long rows;
    private long unreadable;

    /// <summary>Adds a row.</summary>
    /// <param name="row">The JSON element.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="read">Reads it.</param>
    public void Add(JsonElement row, string place, Func<JsonElement, LossLog, T> read)
    {
        rows++;
        var losses = new LossLog();
        try
        {
            records.Add(new Read<T>(read(row, losses), HashOf(row), losses.Losses));
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException or InvalidDataException)
        {
            unreadable++;
            findings.Add(Unreadable(row, place, error));
        }
    }

    /// <summary>Names a problem that is not about a row of its own.</summary>
    public void Note(Finding finding) => findings.Add(finding);

    public ReadPage<T> Page(RawPage raw, string? cursor, long? total) => new()
    {
        Records = records,
        Raw = raw,
        Rows = new RowCounts(rows, records.Count, 0, 0, unreadable),
        Findings = findings,
        Cursor = cursor,
        Total = total,
    };

    /// <summary>First 16 bytes of the SHA-256 of the element's bytes.</summary>
    public static string HashOf(JsonElement row) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonMarshal.GetRawUtf8Value(row)).AsSpan(0, 16));

    // A parser's own words may quote a value, so only its place is told; InvalidDataException is ours.
    private Finding Unreadable(JsonElement row, string place, Exception error) => new()
    {
        Code = "BRG-IMP-101",
        Severity = Severity.Excluding,
        Entity = entity,
        Subject = row.ValueKind == JsonValueKind.Object && row.TryGetProperty("Id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? id.ToString() : null,
        Place = place,
        Message = error switch
        {
            InvalidDataException => $"A row of impact.com cannot be read: {error.Message}.",
            JsonException { Path: { Length: > 0 } path } => $"A row of impact.com cannot be read at {path}.",
            _ => "A row of impact.com cannot be read.",
        },
        Remedy = "Look the record up in impact.com; the raw page is kept. Report it when the API's form has changed.",
    };
}
