using System.Text;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Tests.Tables;

/// <summary>A folder with table files of one small schema.</summary>
public sealed class TableFixture : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("bridge-tables-");

    public static TableSchema Schema { get; } = new()
    {
        Name = "sales",
        Title = "sales list",
        Setting = "salesFiles",
        Patterns = ["sales*.csv", "sales*.xlsx"],
        Origin = "Export the sales.",
        Columns =
        [
            new("Id", CellKind.Id, true, "Number", "Numéro"),
            new("Name", CellKind.Text, false, "Nom") { Personal = true },
            new("Amount", CellKind.Number, false, "Montant"),
            new("Day", CellKind.Date, false, "Date"),
        ],
    };

    public TableFolder Folder => new(directory.FullName, "test", "acme");

    public void Dispose() => directory.Delete(recursive: true);

    public TableFixture Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(directory.FullName, name), bytes);
        return this;
    }

    public TableFixture Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public async Task<(IReadOnlyList<TableRow> Rows, IReadOnlyList<Finding> Findings)> ReadAsync(
        TableSchema? schema = null, TableForms? forms = null, string? pattern = null)
    {
        var (rows, findings) = (new List<TableRow>(), new List<Finding>());
        var wanted = schema ?? Schema;
        await foreach (var page in new RowPager(Folder).ReadAsync(
            Folder.Find(wanted, pattern is null ? wanted.Patterns : [pattern], forms ?? TableForms.Open), null, CancellationToken.None))
        {
            rows.AddRange(page.Rows);
            findings.AddRange(page.Findings);
        }

        return (rows, findings);
    }
}
