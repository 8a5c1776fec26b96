using System.Buffers;
using System.Text;
using System.Text.Json;
using Bridge.Model.Privacy;

namespace Bridge.Engine.Privacy;

/// <summary>
/// Looks for one person's values in bytes, in the forms and encodings in which they could have been written. What many people
/// share (a city, a first name alone) is not looked for.
/// </summary>
public sealed class PersonSearch
{
    private const int Shortest = 5;
    private readonly SearchValues<string>? needles;

    /// <summary>Makes a search.</summary>
    /// <param name="values">What is known of the person.</param>
    /// <param name="further">Further texts to look for, for example an id.</param>
    public PersonSearch(IReadOnlyCollection<KeyValuePair<PersonalKind, string>> values, params string[] further)
    {
        var own = values.Where(value => value.Key is PersonalKind.Email or PersonalKind.Phone or PersonalKind.TaxNumber or PersonalKind.AddressLine or PersonalKind.Handle)
            .Select(value => value.Value)
            .Concat(
                from first in values.Where(value => value.Key == PersonalKind.FirstName)
                from last in values.Where(value => value.Key == PersonalKind.LastName)
                select $"{first.Value} {last.Value}")
            .Where(text => text.Length >= Shortest);
        var forms = own.Concat(further).SelectMany(Forms).Distinct(StringComparer.Ordinal).ToArray();
        needles = forms.Length == 0 ? null : SearchValues.Create(forms, StringComparison.Ordinal);
    }

    /// <summary>True when there is something to look for.</summary>
    public bool Knows => needles is not null;

    /// <summary>True when one of the values is in there.</summary>
    public bool IsIn(ReadOnlySpan<byte> bytes) => needles is not null && Encoding.Latin1.GetString(bytes).AsSpan().ContainsAny(needles);

    /// <summary>Reads a stream to its end or the first value.</summary>
    public async Task<bool> IsInAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (needles is null)
        {
            return false;
        }

        // Blocks overlap by more than the longest value, so that none is cut in two.
        const int Overlap = 4096;
        var block = new byte[1 << 20];
        var kept = 0;
        while (true)
        {
            var read = await stream.ReadAtLeastAsync(block.AsMemory(kept), block.Length - kept, throwOnEndOfStream: false, cancellationToken);
            if (IsIn(block.AsSpan(0, kept + read)))
            {
                return true;
            }

            if (kept + read < block.Length)
            {
                return false;
            }

            block.AsSpan(block.Length - Overlap).CopyTo(block);
            kept = Overlap;
        }
    }

    private static IEnumerable<string> Forms(string text) =>
        from form in new[] { text, text.ToLowerInvariant(), JsonEncodedText.Encode(text).ToString(), Uri.EscapeDataString(text) }
        from encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.Latin1 }
        select Encoding.Latin1.GetString(encoding.GetBytes(form));
}
