using Bridge.Engine.Handoffs;
using Bridge.Engine.Handoffs.Results;
using Bridge.Engine.Handoffs.Tables;
using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Execution;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Testing.Privacy;

namespace Bridge.Engine.Tests.Handoffs;

/// <summary>Rows of a result file and rows of the pack: k1 in row 2, k2 in row 3, k3 with two groups in rows 4 and 5, k4 in row 6.</summary>
public sealed class PackResultJoinTests : IAsyncLifetime, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bridge-results-").FullName;
    private readonly PlainPersonalValues vault = new();
    private PackIndex index = null!;

    public async Task InitializeAsync()
    {
        var bench = new RunBench();
        var steps = Enumerable.Range(1, 4).Select(Partner).ToArray();
        await bench.ApproveAsync(steps);
        var pack = new Handoff { Id = "pack-1", RunId = "run-1", Form = Handoff.FilePack, Tool = "import", Title = "t", Steps = [.. steps.Select(step => step.Id)], Rows = [1, 1, 2, 1] };
        index = await PackIndex.ReadAsync(pack, bench.Plan, vault, default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Rows_are_joined_by_key_whatever_the_order_and_a_partner_of_two_rows_counts_once()
    {
        var (rows, problems) = await JoinAsync("Status,Key,Message\nInvited,k4,\nInvited,k1,\nError,k2,Group missing\nInvited,k3,\nGroup added,k3,\n");

        problems.Should().BeEmpty();
        rows.Select(row => (row.Step, row.Fate, row.Reason, row.Named)).Should().Equal(
            (Id(1), PackRowFate.Accepted, null, true),
            (Id(2), PackRowFate.Rejected, "Group missing", true),
            (Id(3), PackRowFate.Accepted, null, true),
            (Id(4), PackRowFate.Accepted, null, true));
    }

    [Fact]
    public async Task Without_a_key_the_email_says_who_it_is_and_then_row_number_and_name()
    {
        var (rows, problems) = await JoinAsync("Row,Name,Email,Status\n9,Somebody,P2@one.example,Invited\n2,Partner  1,,Invited\n");

        problems.Should().BeEmpty();
        rows.Select(row => (row.Step, row.Named)).Should().Equal((Id(1), true), (Id(2), true));
    }

    [Fact]
    public async Task An_importer_that_counts_rows_from_the_first_below_the_header_is_understood_by_the_names()
    {
        var (rows, problems) = await JoinAsync("Row,Name,Status\n1,Partner 1,Invited\n5,Partner 4,Error\n");

        problems.Should().BeEmpty();
        rows.Select(row => row.Step).Should().Equal(Id(1), Id(4));
    }

    [Fact]
    public async Task A_matched_account_with_its_own_name_and_email_is_joined_by_its_row_and_marked_as_not_named()
    {
        var (rows, problems) = await JoinAsync("Row,Name,Email,Status,Account\n2,Other Media LLC,own@other.example,Matched,10234\n");

        problems.Should().BeEmpty();
        rows.Should().ContainSingle().Which.Should().Match<PackRowResult>(row => row.Step == Id(1) && row.Account == "10234" && !row.Named && row.Fate == PackRowFate.Matched);
    }

    [Fact]
    public async Task Foreign_repeated_and_unknown_rows_are_all_named_at_once()
    {
        var (_, problems) = await JoinAsync("Row,Key,Name,Status,Account\n,k9,,Invited,\n,k1,,Invited,1\n,k1,,Invited,2\n,k2,,Perhaps,\n2,,Somebody Else,Invited,\n77,,Partner 1,Invited,\n,k4,,,\n");

        problems.Select(problem => (problem.Place, problem.Value)).Should().Equal(
            ("result.csv:2", "k9"), ("result.csv:5", "Perhaps"), ("result.csv:6", "2"), ("result.csv:7", "77"), ("result.csv:8", (string?)null),
            ("result.csv:4", "1"), ("result.csv:4", "1, 2"));
        problems.Should().OnlyContain(problem => problem.Remedy.Length > 0 && problem.Severity == Severity.Blocking);
        problems[2].Message.Should().Contain("a name alone says nothing");
    }

    [Fact]
    public async Task Reasons_carry_no_personal_value()
    {
        var (rows, _) = await JoinAsync("Key,Status,Message\nk1,Error,\"p1@one.example (Ada Dahl) is known, see x@y.example\"\n");

        rows[0].Reason.Should().Be("*** (*** ***) is known, see ***");
    }

    [Fact]
    public async Task People_say_which_column_is_which_and_what_words_mean()
    {
        var forms = new PackResultForms { Words = new Dictionary<string, PackRowFate> { ["Durch"] = PackRowFate.Accepted } };
        var (rows, problems) = await JoinAsync("Schlüssel,Was\nk1,durch\n", forms, ("Key", "Schlüssel"), ("Status", "Was"));

        problems.Should().BeEmpty();
        rows.Should().ContainSingle().Which.Fate.Should().Be(PackRowFate.Accepted);
    }

    [Fact]
    public async Task Row_numbers_alone_are_enough_when_the_file_speaks_of_every_row()
    {
        var (all, none) = await JoinAsync("Row,Status\n2,Invited\n3,Error\n4,Invited\n5,Invited\n6,Invited\n");
        var (_, problems) = await JoinAsync("Row,Status\n2,Invited\n3,Error\n");

        none.Should().BeEmpty();
        all.Select(row => row.Fate).Should().Equal(PackRowFate.Accepted, PackRowFate.Rejected, PackRowFate.Accepted, PackRowFate.Accepted);
        problems.Should().HaveCount(2);
    }

    private static string Id(int number) => StepIds.Of(EntityKind.Partner, $"{number}", "create");

    private CreatePartner Partner(int number) => new()
    {
        Id = Id(number),
        Entity = EntityKind.Partner,
        Source = $"{number}",
        Label = $"Partner {number}",
        Counts = Outcome.Created,
        Channel = StepChannel.FilePack,
        Class = OperationClass.Neither,
        Reversibility = Reversibility.Irreversible,
        Entry = PartnerEntry.ProspectFile,
        Draft = new PartnerDraft
        {
            Name = $"Partner {number}",
            Contact = new Contact
            {
                Email = vault.Protect($"a/{number}", PersonalKind.Email, $"p{number}@one.example"),
                FirstName = vault.Protect($"a/{number}", PersonalKind.FirstName, "Ada"),
                LastName = vault.Protect($"a/{number}", PersonalKind.LastName, "Dahl"),
            },
            References = [new ExternalReference("x.value1", $"k{number}")],
            GroupNames = number == 3 ? ["a", "b"] : [],
        },
    };

    private async Task<(IReadOnlyList<PackRowResult> Rows, IReadOnlyList<Finding> Problems)> JoinAsync(
        string text, PackResultForms? forms = null, params (string Name, string Header)[] headers)
    {
        var path = Path.Combine(folder, "result.csv");
        await File.WriteAllTextAsync(path, text);
        var format = new FakeFormat();
        var schema = format.ResultSchema with
        {
            Columns = [.. format.ResultSchema.Columns.Select(column => headers.FirstOrDefault(one => one.Name == column.Name) is { Header: { } header } ? column with { Header = header } : column)],
        };
        var (rows, findings) = await TableInput.ReadAsync(schema, path, TableForms.Open, "test", default);
        findings.Should().NotContain(finding => finding.Severity == Severity.Blocking);
        var join = new PackResultJoin(index, format, forms ?? PackResultForms.None);
        return (join.Join(rows), join.Problems);
    }

    private sealed class FakeFormat : IFilePackFormat
    {
        public TableSchema ResultSchema { get; } = new()
        {
            Name = "r",
            Title = "r",
            Setting = "r",
            Patterns = [],
            Origin = "r",
            Personal = true,
            Columns =
            [
                .. new[] { PackResultColumns.Row, PackResultColumns.Key, PackResultColumns.Email, PackResultColumns.Name, PackResultColumns.Status, PackResultColumns.Message, PackResultColumns.Account }
                    .Select(name => new TableColumn(name, CellKind.Text, name == PackResultColumns.Status)),
            ],
        };

        public string? ToolFor(PartnerEntry entry) => "import";

        public int MaxRows(PartnerEntry entry) => 10;

        public string? BatchOf(PartnerEntry entry, PartnerDraft partner) => null;

        public string ExtensionOf(PartnerEntry entry) => "csv";

        public IReadOnlyList<string> Instructions(PartnerEntry entry, int rows) => [];

        public Task<FilePackColumns> ColumnsAsync(PartnerEntry entry, CancellationToken cancellationToken) => Task.FromResult(new FilePackColumns { Columns = [] });

        public Task<FilePackReceipt> WriteAsync(PartnerEntry entry, IReadOnlyList<FilePackRow> rows, Stream output, CancellationToken cancellationToken) => throw new NotSupportedException();

        public PackRowFate? FateOf(string status) => status switch
        {
            "Invited" or "Group added" => PackRowFate.Accepted,
            "Matched" => PackRowFate.Matched,
            "Error" => PackRowFate.Rejected,
            _ => null,
        };
    }
}
