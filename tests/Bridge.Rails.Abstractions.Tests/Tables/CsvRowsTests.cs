using System.Text;
using Bridge.Rails.Abstractions.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Rails.Abstractions.Tests.Tables;

public sealed class CsvRowsTests
{
    [Fact]
    public async Task Rows_know_their_lines_and_bytes()
    {
        var rows = await ReadAsync("a,b\r\n\"x\r\ny\",é\r\n\r\nc,d");

        rows.Select(row => (row.Line, row.Offset, row.Bytes.Length)).Should().Equal((1, 0L, 5), (2, 5L, 11), (4, 16L, 2), (5, 18L, 3));
        rows[1].Fields.Should().Equal("x\r\ny", "é");
        rows[2].IsBlank.Should().BeTrue();
    }

    [Fact]
    public async Task A_quotation_mark_that_is_never_closed_costs_its_own_line_alone()
    {
        var rows = await ReadAsync("1,\"open,x\n2,\"b\",c\n3,\"d\",e\n");

        rows.Select(row => row.Broken).Should().Equal(true, false, false);
        rows[1].Fields.Should().Equal("2", "b", "c");
        rows.Select(row => row.Line).Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task An_open_quotation_mark_in_the_last_row_is_seen()
    {
        var rows = await ReadAsync("1,a\n2,\"open");

        rows.Select(row => row.Broken).Should().Equal(false, true);
    }

    [Fact]
    public async Task A_quotation_mark_inside_of_a_plain_field_is_text()
    {
        var rows = await ReadAsync("1,5\" disk,x\n2,\"a \"\"b\"\" c\",y\n");

        rows.Select(row => row.Broken).Should().Equal(false, false);
        rows[0].Fields[1].Should().Be("5\" disk");
        rows[1].Fields[1].Should().Be("a \"b\" c");
    }

    [Fact]
    public async Task A_runaway_of_many_rows_ends_at_its_own_line()
    {
        var text = new StringBuilder("0,\"open\n");
        for (var number = 1; number <= 20_000; number++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number},plain\n");
        }

        var rows = await ReadAsync(text.ToString());

        rows.Should().HaveCount(20_001);
        rows.Count(row => row.Broken).Should().Be(1);
        rows[^1].Line.Should().Be(20_001);
    }

    /// <summary>Whatever the bytes are: the rows together are the file, and reading from any row gives the same rows.</summary>
    [Fact]
    public void Rows_together_are_the_file_and_reading_can_begin_at_each_of_them()
    {
        var pieces = Gen.Elements("a", "é", "😀", ",", ",", "\"", "\"\"", "\n", "\r\n", "x y", "1.5", "\t", ";");
        var texts = Gen.ListOf(pieces).Select(string.Concat);
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var rows = ReadAsync(text).GetAwaiter().GetResult();
            var bytes = rows.SelectMany(row => row.Bytes).ToArray();
            var again = rows.Count == 0 ? [] : ReadAsync(text, rows[rows.Count / 2].Offset, rows[rows.Count / 2].Line).GetAwaiter().GetResult();
            return bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text))
                && again.Select(row => (row.Offset, row.Line, row.Broken)).SequenceEqual(rows.Skip(rows.Count / 2).Select(row => (row.Offset, row.Line, row.Broken)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20260630, 7));
    }

    private static async Task<List<CsvRow>> ReadAsync(string text, long offset = 0, int line = 1)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var rows = new CsvRows(stream, TableEncoding.Utf8, ',', offset, line);
        var read = new List<CsvRow>();
        while (await rows.NextAsync(CancellationToken.None) is { } row)
        {
            read.Add(row);
        }

        return read;
    }
}
