using System.Globalization;
using System.Text;
using System.Text.Json;
using Bridge.Engine.Snapshots.Export;
using Bridge.Model.Identity;
using Bridge.Model.Json;
using Bridge.Model.Links;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bridge.Engine.Tests.Snapshots.Export;

public sealed class SnapshotExportTests
{
    private static readonly TrackingLink Tricky = SnapshotLinks.Of("a,1", "https://shop.example/?q=\"x\"") with
    {
        Name = "=HYPERLINK(\"http://evil.example\")",
        SubIds = [new SubId("u1", "line one\nline two")],
        StartsAt = SnapshotRig.Noon,
    };

    [Fact]
    public async Task Ndjson_has_one_canonical_record_a_line_in_key_order()
    {
        var (text, count) = await ExportAsync(SnapshotExportFormat.Ndjson, SnapshotLinks.Of(2), Tricky, SnapshotLinks.Of(1), SnapshotLinks.Of(1));

        count.Should().Be(3);
        text.Should().EndWith("\n").And.NotContain("\r").And.NotStartWith("\ufeff");
        text.TrimEnd('\n').Split('\n').Select(line => JsonSerializer.Deserialize(line, BridgeJson.Default.TrackingLink))
            .Should().Equal(Tricky, SnapshotLinks.Of(1), SnapshotLinks.Of(2));
    }

    [Fact]
    public async Task Csv_has_a_column_per_member_and_every_cell_survives_a_reader()
    {
        var (text, count) = await ExportAsync(SnapshotExportFormat.Csv, SnapshotLinks.Of(1), Tricky);

        count.Should().Be(2);
        using var reader = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture));
        reader.Read().Should().BeTrue();
        reader.ReadHeader().Should().BeTrue();
        reader.HeaderRecord.Should().StartWith(["id", "partner", "kind", "status", "name", "trackingUrl", "destination"]);
        reader.Read().Should().BeTrue();
        reader["id"].Should().Be("a,1");
        reader["destination"].Should().Be("https://shop.example/?q=\"x\"");
        reader["subIds"].Should().Be("[{\"name\":\"u1\",\"value\":\"line one\\nline two\"}]");
        reader["endsAt"].Should().BeEmpty();
        reader.Read().Should().BeTrue();
        reader["id"].Should().Be("link-0000001");
        reader["name"].Should().BeEmpty();
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 30")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("\uff1d1+1")]
    public async Task Csv_never_starts_a_text_cell_like_a_formula(string name)
    {
        var (text, _) = await ExportAsync(SnapshotExportFormat.Csv, SnapshotLinks.Of(1) with { Name = name });

        using var reader = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture));
        reader.Read();
        reader.ReadHeader();
        reader.Read();
        reader["name"].Should().Be("'" + name);
    }

    [Fact]
    public async Task Findings_are_exported_in_both_forms()
    {
        var rig = new SnapshotRig();
        await rig.WriteAsync(SnapshotLinks.Of("a", "https://shop.example/1"), SnapshotLinks.Of("a", "https://shop.example/2"));
        using var ndjson = new MemoryStream();
        using var csv = new MemoryStream();

        await SnapshotExport.WriteFindingsAsync(await rig.OpenAsync(), SnapshotExportFormat.Ndjson, ndjson, default);
        await SnapshotExport.WriteFindingsAsync(await rig.OpenAsync(), SnapshotExportFormat.Csv, csv, default);

        JsonSerializer.Deserialize(ndjson.ToArray(), BridgeJson.Default.Finding)!.Code.Should().Be("BRG-SRC-010");
        Encoding.UTF8.GetString(csv.ToArray()).Should().StartWith("code,severity,entity,subject,place,value,message,remedy\nBRG-SRC-010,excluding,trackingLink,a,,,");
    }

    [Fact]
    public async Task An_entity_that_the_snapshot_has_not_gives_an_empty_table()
    {
        var rig = new SnapshotRig();
        await rig.WriteAsync(SnapshotLinks.Of(1));
        using var output = new MemoryStream();

        var count = await SnapshotExport.WriteAsync(await rig.OpenAsync(), EntityKind.PartnerGroup, SnapshotExportFormat.Csv, output, default);
        var program = async () => await SnapshotExport.WriteAsync(await rig.OpenAsync(), EntityKind.Program, SnapshotExportFormat.Csv, output, default);

        count.Should().Be(0);
        Encoding.UTF8.GetString(output.ToArray()).Should().StartWith("id,");
        await program.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    private static async Task<(string Text, long Count)> ExportAsync(SnapshotExportFormat format, params TrackingLink[] links)
    {
        var rig = new SnapshotRig();
        await rig.WriteAsync(links);
        using var output = new MemoryStream();
        var count = await SnapshotExport.WriteAsync(await rig.OpenAsync(), EntityKind.TrackingLink, format, output, default);
        return (Encoding.UTF8.GetString(output.ToArray()), count);
    }
}
