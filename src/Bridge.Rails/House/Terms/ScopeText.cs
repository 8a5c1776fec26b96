using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.House.Terms;

/// <summary>
/// Conditions of a term in one cell: <c>category is Shoes|Boots; customerStatus isNot returning; other:LOYALTY is gold</c>. All must
/// hold. A semicolon or bar inside of a value is written %3B or %7C.
/// </summary>
internal static class ScopeText
{
    private const string Form = "must be conditions such as 'category is Shoes|Boots', with ; between";

    /// <summary>The scope of a row; everything when the cell is blank, with a fatal problem when it cannot be read.</summary>
    public static TermScope Read(CellReader cells)
    {
        var conditions = new List<ScopeCondition>();
        foreach (var part in HouseWords.Parts(cells.Text("Scope")))
        {
            if (Condition(part) is { } condition)
            {
                conditions.Add(condition);
            }
            else
            {
                cells.Add("Scope", part, fatal: true, Form);
            }
        }

        return new TermScope { Conditions = conditions.ToValueList(), Rank = cells.Count("Rank", fatal: true) };
    }

    private static ScopeCondition? Condition(string text)
    {
        var words = text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length != 3 || !Enum.TryParse<ScopeOperator>(words[1], ignoreCase: true, out var comparison) || char.IsAsciiDigit(words[1][0]))
        {
            return null;
        }

        var (name, native) = words[0].IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (words[0][..at], words[0][(at + 1)..]) : (words[0], null);
        return char.IsAsciiDigit(name[0]) || !Enum.TryParse<ScopeField>(name, ignoreCase: true, out var field)
            ? null
            : new ScopeCondition
            {
                Field = field,
                NativeField = native,
                Operator = comparison,
                Values = words[2].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(value => value.Replace("%3B", ";", StringComparison.OrdinalIgnoreCase).Replace("%7C", "|", StringComparison.OrdinalIgnoreCase))
                    .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
            };
    }
}
