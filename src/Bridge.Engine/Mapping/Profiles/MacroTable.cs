using System.Text;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>
/// Placeholders of the source rail that a click fills in, and what the target calls them: <c>%%u1%%</c> becomes <c>{subId1}</c>.
/// They may stand anywhere in a sub-id or destination; of two that begin at one place the longer one counts, and what was put in
/// is not looked at again.
/// </summary>
public sealed class MacroTable
{
    private readonly KeyValuePair<string, string>[] macros;

    /// <param name="macros">Words of the target by words of the source; letter case counts.</param>
    public MacroTable(IEnumerable<KeyValuePair<string, string>> macros) =>
        this.macros = [.. macros.Where(macro => macro.Key.Length > 0).OrderByDescending(macro => macro.Key.Length).ThenBy(macro => macro.Key, StringComparer.Ordinal)];

    /// <summary>The text in the words of the target.</summary>
    public string Translate(string text)
    {
        if (!Array.Exists(macros, macro => text.Contains(macro.Key, StringComparison.Ordinal)))
        {
            return text;
        }

        var translated = new StringBuilder(text.Length);
        for (var place = 0; place < text.Length;)
        {
            var found = Array.Find(macros, macro => string.CompareOrdinal(text, place, macro.Key, 0, macro.Key.Length) == 0);
            translated.Append(found.Key is null ? text.AsSpan(place, 1) : found.Value);
            place += found.Key?.Length ?? 1;
        }

        return translated.ToString();
    }
}
