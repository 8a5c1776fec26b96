using System.Globalization;
using System.Text;
using Bridge.Model.Privacy;

namespace Bridge.Engine.Privacy;

/// <summary>
/// Brings a personal value into the form that is hashed, so that spellings of one value get one hash. Pure; applying it twice
/// changes nothing. What a kind's rule would leave empty (a phone number "n/a") is kept as plain text instead.
/// </summary>
public static class PersonalNormalizer
{
    /// <summary>The normalised form: never blank.</summary>
    /// <param name="kind">What the value is.</param>
    /// <param name="value">The value as a rail sent it.</param>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public static string Normalize(PersonalKind kind, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        var text = Fold(value);
        if (text.Length == 0)
        {
            throw new ArgumentException("The value holds no visible character.", nameof(value));
        }

        var special = kind switch
        {
            PersonalKind.FirstName or PersonalKind.LastName or PersonalKind.AddressLine or PersonalKind.City => text,
            PersonalKind.Email => text.Replace(" ", "", StringComparison.Ordinal),
            PersonalKind.Phone => Phone(text),
            PersonalKind.PostalCode or PersonalKind.TaxNumber => string.Concat(text.Where(char.IsLetterOrDigit)),
            PersonalKind.Handle => text.TrimStart('@').TrimStart(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of personal value."),
        };
        return special.Length == 0 ? text : special;
    }

    /// <summary>Runs of white space become one space, none at the ends; invisible characters go; upper and lower case are one.</summary>
    private static string Fold(string value)
    {
        var text = new StringBuilder(value.Length);
        var gap = false;
        foreach (var character in value)
        {
            if (char.IsWhiteSpace(character))
            {
                gap = text.Length > 0;
            }
            else if (char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                if (gap)
                {
                    text.Append(' ');
                    gap = false;
                }

                text.Append(character);
            }
        }

        // Upper case first: letters with two small forms (final sigma, long s) meet there.
        return text.ToString().ToUpperInvariant().ToLowerInvariant();
    }

    /// <summary>ASCII digits; the international prefix 00 counts as the plus sign, which is not kept.</summary>
    private static string Phone(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        while (digits.Length > 4 && digits.StartsWith("00", StringComparison.Ordinal))
        {
            digits = digits[2..];
        }

        return digits;
    }
}
