using Bridge.Model.Contracts;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.House.Terms;

/// <summary>The term part of one row: a term of its own, or one tier of a tiered term.</summary>
internal sealed record TermRow
{
    /// <summary>Place, for problems.</summary>
    public required string Place { get; init; }

    /// <summary>Number of the term; null when each row stands for itself.</summary>
    public string? Number { get; init; }

    /// <summary>The term; of a tier, a tiered term with this one tier.</summary>
    public required CommissionTerm Term { get; init; }

    /// <summary>First day of a term that stands in for others; null for an ordinary one.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>End of that time, exclusive; null when it is open.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Its name.</summary>
    public string? Override { get; init; }

    /// <summary>Reads a row; null when it has no term or it cannot be read, which is then a problem of its cells.</summary>
    public static TermRow? From(CellReader cells, Currency currency)
    {
        if (cells.Text("Term Kind") is not { } word)
        {
            return null;
        }

        var kind = Enum.GetValues<TermKind>().Skip(1).FirstOrDefault(known => TableHeader.Normalize(known.ToString()) == TableHeader.Normalize(word));
        if (kind == TermKind.None)
        {
            cells.Add("Term Kind", word, fatal: true, "must be percent, flat, tiered, recurring, bonus, cap or slottingFee");
            return null;
        }

        if (new TermCells(cells, currency).Read(kind) is not { } term || cells.Unreadable)
        {
            return null;
        }

        var until = cells.LastDay("Valid Until");
        return new TermRow
        {
            Place = cells.Row.Place,
            Number = cells.Text("Term"),
            Term = term,
            ValidFrom = cells.Date("Valid From", fatal: true),
            ValidUntil = until is { Second: 59, Minute: 59, Hour: 23 } last ? last.AddSeconds(1) : until,
            Override = cells.Text("Override"),
        };
    }
}
