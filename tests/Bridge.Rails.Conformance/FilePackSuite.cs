using System.Text;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Testing.Privacy;

namespace Bridge.Rails.Conformance;

/// <summary>What every format of bulk files must do.</summary>
public abstract class FilePackSuite
{
    /// <summary>A connection with this vault.</summary>
    protected abstract IRail Open(IPersonalValues personal);

    /// <summary>Ways in that have a file.</summary>
    protected abstract IReadOnlyList<PartnerEntry> Entries { get; }

    /// <summary>A partner with everything its file needs; personal values protected in the vault and different for every owner.</summary>
    protected abstract PartnerDraft Partner(IPersonalValues personal, string owner, string name);

    [Fact]
    public async Task Writes_a_row_for_every_partner()
    {
        await using var vault = new PlainPersonalValues();
        await using var rail = Open(vault);
        var format = rail.Port<IFilePackFormat>()!;

        foreach (var entry in Entries)
        {
            var (text, leftOut) = await WriteAsync(format, entry, Partner(vault, "a/1", "Fjord Reviews"), Partner(vault, "a/2", "Dale Deals"));

            leftOut.Should().BeEmpty();
            text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Should().HaveCountGreaterThan(2);
            text.Should().Contain("Fjord Reviews").And.Contain("Dale Deals");
            format.ToolFor(entry).Should().NotBeNullOrEmpty();
            format.MaxRows(entry).Should().BePositive();
            format.Instructions(entry, 2).Should().NotBeEmpty();
        }
    }

    [Fact]
    public async Task Leaves_out_partners_whose_values_were_erased_and_names_their_steps()
    {
        await using var vault = new PlainPersonalValues();
        await using var rail = Open(vault);
        var format = rail.Port<IFilePackFormat>()!;

        foreach (var entry in Entries)
        {
            var kept = Partner(vault, "b/1", "Fjord Reviews");
            var gone = Partner(vault, "b/2", "Dale Deals");
            await vault.EraseAsync("b/2", CancellationToken.None);

            var (text, leftOut) = await WriteAsync(format, entry, kept, gone);

            leftOut.Should().Equal("step-2");
            text.Should().Contain("Fjord Reviews").And.NotContain("Dale Deals");
        }
    }

    [Fact]
    public async Task No_cell_can_be_taken_for_a_formula()
    {
        await using var vault = new PlainPersonalValues();
        await using var rail = Open(vault);
        var format = rail.Port<IFilePackFormat>()!;

        foreach (var entry in Entries)
        {
            foreach (var name in new[] { "=HYPERLINK(\"http://evil.example\")", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd", "\tx" })
            {
                var (text, _) = await WriteAsync(format, entry, Partner(vault, "c/1", name));

                text.Should().Contain(name.Replace("\"", "\"\"", StringComparison.Ordinal));
                text.Split("\r\n").SelectMany(line => line.Split(',')).Select(cell => cell.Trim('"'))
                    .Should().NotContain(cell => cell.StartsWith('=') || cell.StartsWith('@') || cell.StartsWith("+c", StringComparison.Ordinal) || cell.StartsWith('\t'));
            }
        }
    }

    [Fact]
    public async Task Ways_in_without_a_file_have_no_tool()
    {
        await using var vault = new PlainPersonalValues();
        await using var rail = Open(vault);
        var format = rail.Port<IFilePackFormat>()!;

        Enum.GetValues<PartnerEntry>().Except(Entries).Should().OnlyContain(entry => format.ToolFor(entry) == null);
    }

    /// <summary>The file of some partners.</summary>
    protected static async Task<(string Text, IReadOnlyList<string> LeftOut)> WriteAsync(IFilePackFormat format, PartnerEntry entry, params PartnerDraft[] partners)
    {
        using var file = new MemoryStream();
        var rows = partners.Select((partner, index) => new FilePackRow($"step-{index + 1}", partner)).ToList();
        var receipt = await format.WriteAsync(entry, rows, file, CancellationToken.None);
        IReadOnlyList<string> leftOut = [.. rows.Where((_, index) => receipt.Rows[index] == 0).Select(row => row.StepId)];
        return (Encoding.UTF8.GetString(file.ToArray()), leftOut);
    }
}
