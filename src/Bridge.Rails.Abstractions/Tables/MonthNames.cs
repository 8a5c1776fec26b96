using System.Collections.Frozen;
using System.Text;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Names of months in English, French, German, Spanish, Italian and Dutch, whole or cut short, accents or not.</summary>
internal static class MonthNames
{
    private static readonly string[] Names =
    [
        "jan january janvier janv januar jaenner janner enero ene gennaio gen januari",
        "feb february fevrier fevr fev februar febrero febbraio februari",
        "mar march mars maerz marz mrz marzo maart mrt",
        "apr april avril avr abril abr aprile",
        "may mai mayo maggio mag mei",
        "jun june juin juni junio giugno giu",
        "jul july juillet juil juli julio luglio lug",
        "aug august aout agosto ago augustus",
        "sep sept september septembre septiembre settembre set",
        "oct october octobre okt oktober octubre ottobre ott",
        "nov november novembre noviembre",
        "dec december decembre dez dezember diciembre dic dicembre",
    ];

    private static readonly FrozenDictionary<string, int> Numbers = Names
        .SelectMany((names, index) => names.Split(' ').Select(name => (Name: name, Month: index + 1)))
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Month, StringComparer.Ordinal);

    /// <summary>Number of a month from 1, or null when the word is no name of one.</summary>
    public static int? Find(string word) => Numbers.TryGetValue(Plain(word), out var month) ? month : null;

    private static string Plain(string word)
    {
        var text = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            // The platform's own decomposition needs culture tables, which Bridge runs without.
            text.Append(char.ToLowerInvariant(letter) switch
            {
                'é' or 'è' => 'e',
                'û' or 'ü' => 'u',
                'ä' => 'a',
                var plain => plain,
            });
        }

        return text.ToString();
    }
}
