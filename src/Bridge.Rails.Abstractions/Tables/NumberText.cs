using System.Globalization;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Numbers as people and spreadsheets write them: grouped, with signs, brackets, currency and percent marks.</summary>
internal static class NumberText
{
    /// <summary>Largest amount that is taken for a number; beyond it a cell is a mistake (a phone or account number).</summary>
    private const decimal Largest = 1_000_000_000_000m;

    private const int MostDecimals = 6;

    /// <summary>Reads a number written in a style; false when the text does not fit it.</summary>
    public static bool TryParse(string text, NumberStyle style, out decimal number)
    {
        number = 0;
        if (!Strip(text, out var body, out var negative))
        {
            return false;
        }

        var (point, group) = style == NumberStyle.Point ? ('.', ',') : (',', '.');
        var at = body.IndexOf(point, StringComparison.Ordinal);
        var whole = at < 0 ? body : body[..at];
        var decimals = at < 0 ? "" : body[(at + 1)..];
        if (decimals.Length > MostDecimals || (at >= 0 && decimals.Length == 0) || !decimals.All(char.IsAsciiDigit) || !Ungroup(whole, group, out var digits))
        {
            return false;
        }

        if (!decimal.TryParse($"{digits}.{decimals}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) || number >= Largest)
        {
            return false;
        }

        number = negative ? -number : number;
        return true;
    }

    /// <summary>
    /// What a cell says about the style of its file: a style when only that one fits, null when both fit with the same value or
    /// the text is no number; <paramref name="ambiguous"/> when both fit with different values.
    /// </summary>
    public static NumberStyle? Evidence(string text, out bool ambiguous)
    {
        ambiguous = false;
        if (text.Length == 0 || !text.AsSpan().ContainsAny('.', ','))
        {
            return null;
        }

        var asPoint = TryParse(text, NumberStyle.Point, out var point);
        var asComma = TryParse(text, NumberStyle.Comma, out var comma);
        ambiguous = asPoint && asComma && point != comma;
        return (asPoint, asComma) switch
        {
            (true, false) => NumberStyle.Point,
            (false, true) => NumberStyle.Comma,
            _ => null,
        };
    }

    /// <summary>Takes sign, brackets, blanks and marks away.</summary>
    private static bool Strip(string text, out string body, out bool negative)
    {
        var span = text.AsSpan().Trim();
        negative = false;
        if (span.Length > 2 && span[0] == '(' && span[^1] == ')')
        {
            negative = true;
            span = span[1..^1].Trim();
        }

        span = span.Trim("$€£¥% \u00a0\u202f");
        if (span.Length > 0 && span[0] is '-' or '\u2212' or '+')
        {
            negative ^= span[0] != '+';
            span = span[1..].TrimStart("$€£¥ \u00a0\u202f");
        }
        else if (span.Length > 0 && span[^1] is '-' or '\u2212')
        {
            negative = true;
            span = span[..^1].TrimEnd();
        }

        body = span.ToString();
        return body.Length > 0 && char.IsAsciiDigit(body[^1]) && (char.IsAsciiDigit(body[0]) || body[0] is '.' or ',');
    }

    /// <summary>Takes group marks away when they stand where they may: one kind of mark, every three digits.</summary>
    private static bool Ungroup(string whole, char group, out string digits)
    {
        digits = whole;
        if (whole.All(char.IsAsciiDigit))
        {
            return true;
        }

        var mark = whole.First(letter => !char.IsAsciiDigit(letter));
        if (mark != group && mark is not (' ' or '\u00a0' or '\u202f' or '\'' or '\u2019'))
        {
            return false;
        }

        var parts = whole.Split(mark);
        digits = string.Concat(parts);
        return parts[0].Length is >= 1 and <= 3
            && (parts[0] != "0" || mark != group)
            && parts.Skip(1).All(part => part.Length == 3)
            && digits.All(char.IsAsciiDigit);
    }
}
