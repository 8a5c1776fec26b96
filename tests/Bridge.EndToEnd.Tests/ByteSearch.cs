using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Bridge.EndToEnd.Tests;

/// <summary>Looks for many values in bytes at once, in every encoding in which they could have been written.</summary>
internal sealed class ByteSearch
{
    private readonly Dictionary<string, string> valueOf = new(StringComparer.Ordinal);
    private readonly SearchValues<string> needles;
    private readonly List<string> byLength;

    public ByteSearch(IEnumerable<string> values)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var value in values)
        {
            foreach (var form in new[] { value, value.ToLowerInvariant(), JsonEncodedText.Encode(value).ToString(), Uri.EscapeDataString(value) })
            {
                foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.GetEncoding(1252) })
                {
                    valueOf.TryAdd(Encoding.Latin1.GetString(encoding.GetBytes(form)), value);
                }
            }
        }

        needles = SearchValues.Create([.. valueOf.Keys], StringComparison.Ordinal);
        byLength = [.. valueOf.Keys.OrderByDescending(needle => needle.Length)];
    }

    /// <summary>The values that are in there.</summary>
    public IEnumerable<string> Find(byte[] bytes)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var text = Encoding.Latin1.GetString(bytes);
        var from = 0;
        while (text.AsSpan(from).IndexOfAny(needles) is >= 0 and var at)
        {
            from += at;
            var place = from;
            found.UnionWith(byLength.Where(needle => string.CompareOrdinal(text, place, needle, 0, needle.Length) == 0).Select(needle => valueOf[needle]));
            from++;
        }

        return found;
    }
}
