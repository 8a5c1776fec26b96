namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>
/// Writes all files of a pack in one pass over the publishers, so that a pack of any size needs the memory of one publisher.
/// </summary>
internal sealed class PackRenderer : IDisposable
{
    private readonly RakutenPackOptions _options;
    private readonly OfferCatalogue _catalogue;
    private readonly Func<string, Stream> _open;
    private readonly List<PackFileWriter> _writers = [];
    private readonly PublisherFiles _publishers;
    private readonly ReportFiles _reports;
    private readonly PackFileWriter _assignments;
    private readonly LinkFiles _links;
    private readonly PackFileWriter _codes;
    private readonly PackFileWriter _details;

    public PackRenderer(RakutenPackOptions options, OfferCatalogue catalogue, Func<string, Stream> open)
    {
        _options = options;
        _catalogue = catalogue;
        _open = open;
        _publishers = new PublisherFiles(this, options);
        _reports = new ReportFiles(this, options);
        _assignments = Open("offer-assignments.csv", FileDialect.Plain(RowStyle.American), PackColumns.Assignments);
        _links = new LinkFiles(this, options);
        _codes = Open("codes.csv", FileDialect.Desktop(RowStyle.German), PackColumns.Codes, keyColumn: 1);
        _details = Open("publisher-details.csv", FileDialect.Desktop(RowStyle.Iso), PackColumns.Details);
    }

    /// <summary>Opens a file of the pack; tidy packs are written in the dashboard's own dialect throughout.</summary>
    public PackFileWriter Open(string name, FileDialect dialect, string[]? headers, int keyColumn = 0)
    {
        var chosen = _options.Dirt ? dialect : FileDialect.Dashboard(RowStyle.Iso);
        if (_options.Language == RakutenLanguage.German && headers is not null)
        {
            chosen = chosen.InGerman();
            headers = [.. headers.Select(header => GermanHeaders.Of(name, header))];
        }

        var actual = _options.FileNames.GetValueOrDefault(name, name);
        var writer = new PackFileWriter(actual, _open(actual), chosen, headers, _options.Dirt, keyColumn);
        _writers.Add(writer);
        return writer;
    }

    public void Add(PublisherBundle bundle)
    {
        _publishers.Add(bundle.Publisher);
        foreach (var row in bundle.ReportRows)
        {
            _reports.Add(row);
        }

        foreach (var held in bundle.Assignments)
        {
            _assignments.Record(held.Sid, PackColumns.Id(held.Goid), _assignments.Style.Date(held.Start), _assignments.Style.Date(held.End));
        }

        foreach (var link in bundle.Links)
        {
            _links.Add(link);
        }

        foreach (var code in bundle.Codes)
        {
            Add(code);
        }

        if (bundle.Publisher.Details is { } details)
        {
            _details.Record(
                bundle.Publisher.Sid,
                details.FirstName,
                details.LastName,
                details.Phone,
                details.PhoneCountry,
                details.Address1,
                details.Address2 ?? "",
                details.City,
                details.State ?? "",
                details.PostalCode,
                details.Country,
                details.PromotionalMethod,
                details.TaxId);
        }
    }

    public void Add(RakutenCode code) => _codes.Record(
        code.Code,
        code.Sid ?? "",
        code.Description,
        code.DiscountType,
        _codes.Style.Rate(code.Discount),
        _codes.Style.Date(code.Start),
        _codes.Style.Date(code.End),
        code.Currency);

    /// <summary>Writes what does not belong to a publisher, closes all files, and gives their counts in name order.</summary>
    public IReadOnlyList<RakutenFileTruth> Finish()
    {
        _reports.WriteTotals();
        OfferFiles.Write(this, _catalogue);
        return [.. _writers.Select(writer => writer.Finish()).OrderBy(truth => truth.Name, StringComparer.Ordinal)];
    }

    public void Dispose() => _writers.ForEach(writer => writer.Dispose());
}
