namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>Link exports: creative links from the dashboard (with a column more), deep links from a script.</summary>
internal sealed class LinkFiles(PackRenderer pack, RakutenPackOptions options)
{
    private readonly PackFileWriter _creative = pack.Open(
        "links-creative.csv",
        FileDialect.Dashboard(RowStyle.American),
        options.Dirt ? [.. PackColumns.Links, "Impression URL"] : PackColumns.Links,
        keyColumn: 3);

    private readonly PackFileWriter _deep =
        pack.Open("links-deep.csv", FileDialect.Plain(RowStyle.Iso, ';'), PackColumns.Links, keyColumn: 3);

    public void Add(RakutenLink link)
    {
        var creative = link.Oid is not null;
        var file = creative ? _creative : _deep;
        string[] fields =
        [
            link.LinkId,
            link.Name,
            PackColumns.Word(link.Form),
            link.Sid,
            link.EncryptedId,
            PackColumns.Id(link.Oid),
            link.ClickUrl,
            creative ? link.Destination : "",
            link.U1 ?? "",
            file.Style.Date(link.Start),
            file.Style.Date(link.End),
            link.Active ? "active" : "expired",
        ];
        if (creative && options.Dirt)
        {
            fields = [.. fields, link.ImpressionUrl ?? ""];
            file.Dirt = file.Dirt with { UnknownColumns = 1 };
        }

        file.Record(fields);
    }
}
