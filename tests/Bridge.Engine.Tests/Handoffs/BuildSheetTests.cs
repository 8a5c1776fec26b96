using System.Text;
using Bridge.Engine.Handoffs;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Testing.Stores;

namespace Bridge.Engine.Tests.Handoffs;

/// <summary>The printed sheet of a task.</summary>
public sealed class BuildSheetTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bridge-sheets-").FullName;

    private static readonly PortalTask Work = new()
    {
        Task = "build-template",
        Title = "Build the template terms 'Gold'",
        Instructions = ["Open the portal.", "Type what the sheet says."],
        Sheet = [new SheetLine("Create", "Name", "Gold"), new SheetLine("Create", "Currency", "USD", "Cannot be changed later."), new SheetLine("Locking", "Days", "=5", "a | b")],
        FieldsJson = "{}",
        NeedsAnswer = true,
    };

    private static readonly Handoff Issued = new()
    {
        Id = "task-1",
        RunId = "run-1",
        Form = Handoff.WorkItem,
        Tool = "build-template",
        Title = Work.Title,
        Steps = ["s"],
        Reissue = 1,
        Wrong = ["Locking is 6 days, must be 5."],
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_same_sheet_lies_in_the_outbox_as_markdown_csv_and_workbook()
    {
        var outbox = new InMemoryOutbox();

        await BuildSheet.WriteAsync(outbox, Issued, Work, default);

        Encoding.UTF8.GetString(outbox.Files["task-1.md"]).Should().Be("""
            # Build the template terms 'Gold'

            Task `task-1`, handed out again (1)

            ## Correct this first

            - Locking is 6 days, must be 5.

            ## Create

            | No | Field | Value | Note | Done |
            |---:|---|---|---|---|
            | 1 | Name | Gold |  | [ ] |
            | 2 | Currency | USD | Cannot be changed later. | [ ] |

            ## Locking

            | No | Field | Value | Note | Done |
            |---:|---|---|---|---|
            | 3 | Days | =5 | a \| b | [ ] |

            ## Step by step

            1. Open the portal.
            2. Type what the sheet says.

            """);
        Encoding.UTF8.GetString(outbox.Files["task-1.csv"]).Should().Be(
            "\uFEFFNo,Screen,Field,Value,Note,Done\r\n1,Create,Name,Gold,,\r\n2,Create,Currency,USD,Cannot be changed later.,\r\n3,Locking,Days,'=5,a | b,\r\n");
        (await CellsAsync(outbox.Files["task-1.xlsx"])).Should().Equal("Name=Gold", "Currency=USD", "Days==5");
    }

    [Fact]
    public async Task A_task_without_a_sheet_leaves_no_files_and_closing_removes_all_of_them()
    {
        var outbox = new InMemoryOutbox();

        await BuildSheet.WriteAsync(outbox, Issued, Work with { Sheet = [] }, default);
        var none = outbox.Files.Count;
        await BuildSheet.WriteAsync(outbox, Issued, Work, default);
        await outbox.RemoveAsync("task-1", default);

        none.Should().Be(0);
        outbox.Files.Should().BeEmpty();
    }

    private async Task<IReadOnlyList<string>> CellsAsync(byte[] workbook)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "sheet.xlsx"), workbook);
        var schema = new TableSchema
        {
            Name = "s",
            Title = "s",
            Setting = "s",
            Patterns = [],
            Origin = "s",
            Columns = [new TableColumn("Field", CellKind.Text, true), new TableColumn("Value", CellKind.Text, true)],
        };
        var table = new TableFolder(folder, "s", "s");
        var cells = new List<string>();
        await foreach (var row in new RowPager(table).RowsAsync(table.Find(schema, ["sheet.xlsx#Sheet"], TableForms.Open)[0], default))
        {
            cells.Add($"{row.Text("Field")}={row.Text("Value")}");
        }

        return cells;
    }
}
