using System.Security.Cryptography;
using System.Text;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;
using Bridge.Rails.House.Terms;

namespace Bridge.Rails.House.Reading;

/// <summary>
/// Contracts. The rows of one contract are one record, made with the last of them; the others count with it and are accounted for
/// in a note. A contract whose rows cannot all be read is excluded: nobody knows what it pays.
/// </summary>
internal sealed class HouseContractReader(HouseSource source) : IContractReader
{
    /// <inheritdoc />
    public EntityKind Entity => EntityKind.Contract;

    /// <inheritdoc />
    public IAsyncEnumerable<ReadPage<Contract>> ReadAsync(ReadScope scope, CancellationToken cancellationToken) => source.Reading.ReadAsync<Contract>(
        (_, head) => source.Files(HouseKind.Contracts, head),
        scope,
        async (asOf, head) =>
        {
            var index = await ContractIndex.ReadAsync(source, scope.After is null ? null : TableCursor.Parse(scope.After), cancellationToken);
            head.Add(index.Account());
            return (row, findings) => Read(row, index, asOf, findings);
        },
        tail: null,
        cancellationToken);

    private RowOutcome<Contract> Read(TableRow row, ContractIndex index, DateOnly asOf, List<Finding> findings)
    {
        if (TableReading.Refuse<Contract>(Entity, row, null, findings) is { } refused)
        {
            return refused;
        }

        if (ContractIndex.IdOf(row) is not { } id)
        {
            var cells = new CellReader(row);
            cells.RequiredText("Contract ID");
            return TableReading.Refuse<Contract>(Entity, row, cells, findings) ?? RowOutcome<Contract>.Unreadable;
        }

        return index.Take(id, row) is { } rows ? Contract(id, rows, asOf, findings) : new RowOutcome<Contract>(RowOutcomeKind.NotCovered, null);
    }

    private RowOutcome<Contract> Contract(string id, IReadOnlyList<TableRow> rows, DateOnly asOf, List<Finding> findings)
    {
        var (problems, losses, terms) = (new List<string>(), new List<Loss>(), new List<TermRow>());
        var head = new CellReader(rows[0]);
        var contract = ContractFacts.Read(head, id, source, asOf);
        var currency = contract.Currency ?? source.Options.Currency;
        foreach (var row in rows)
        {
            var cells = ReferenceEquals(row, rows[0]) ? head : new CellReader(row);
            if (ContractFacts.FirstContradiction(rows[0], row) is { } column)
            {
                problems.Add($"{row.Place} states another '{column}' than {rows[0].Place}");
            }

            if (TermRow.From(cells, currency) is { } term)
            {
                terms.Add(term);
            }

            TableReading.Refuse<Contract>(Entity, row, cells, findings);
            problems.AddRange(cells.Problems.Where(problem => problem.Fatal).Select(problem => $"{row.Place}: column '{problem.Column}' {problem.Rule}"));
            losses.AddRange(TableReading.Losses(cells));
        }

        if (contract.Partner.Value.Length == 0)
        {
            return RowOutcome<Contract>.Unreadable;
        }

        var record = contract with { Terms = TermBuilder.Build(terms, problems) };
        if (problems.Count > 0)
        {
            findings.Add(HouseFindings.Incomplete(id, rows[0].Place, string.Join("; ", problems.Distinct())));
        }

        return RowOutcome<Contract>.Of(new Read<Contract>(record, Hash(rows), losses));
    }

    private static string Hash(IReadOnlyList<TableRow> rows) => rows.Count == 1
        ? rows[0].RawHash()
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(rows.Select(row => row.RawHash())))).AsSpan(0, 16));
}
