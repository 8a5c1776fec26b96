namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>The saved custom report: one file of traffic, two of orders from desks with other regional settings.</summary>
internal sealed class ReportFiles(PackRenderer pack, RakutenPackOptions options)
{
    private readonly ReportFile _activity = new(pack, options, "custom-report-activity.csv", FileDialect.Dashboard(RowStyle.American), "Total");
    private readonly ReportFile _older = new(
        pack, options, "custom-report-orders-1.csv", FileDialect.Plain(RowStyle.German, ';'), "");

    private readonly ReportFile _newer = new(pack, options, "custom-report-orders-2.csv", FileDialect.Plain(RowStyle.IsoFrench), "Total");
    private readonly DateOnly _turn = options.AsOf.AddDays(-180);
    private ReportFile? _lastOrder;

    public void Add(RakutenReportRow row)
    {
        if (row.OrderId is null)
        {
            _activity.Add(row);
            return;
        }

        // A correction stands in the file of its order, which comes right before it.
        var correction = row.Sales < 0;
        var file = correction && _lastOrder is not null ? _lastOrder : row.TransactionDate < _turn ? _older : _newer;
        file.Add(row);
        _lastOrder = file;
    }

    public void WriteTotals()
    {
        _activity.WriteTotal();
        _older.WriteTotal();
        _newer.WriteTotal();
    }

    private sealed class ReportFile(PackRenderer pack, RakutenPackOptions options, string name, FileDialect dialect, string totalsLabel)
    {
        private readonly bool _subPublishers = options.SubPublishers > 0;
        private readonly PackFileWriter _file = pack.Open(
            name, dialect, options.SubPublishers > 0 ? [.. PackColumns.Report, .. PackColumns.SubPublisher] : PackColumns.Report);
        private int _impressions;
        private int _clicks;
        private int _orders;
        private decimal _sales;
        private decimal _commission;

        public void Add(RakutenReportRow row)
        {
            var fields = ReportColumns.Fields(row, _file.Style);
            _file.Record(_subPublishers ? [.. fields, .. ReportColumns.SubPublisher(row)] : fields);
            _impressions += row.Impressions;
            _clicks += row.Clicks;
            _orders += row.Orders;
            _sales += row.Sales;
            _commission += row.Commission;
            if (row.Sales < 0)
            {
                _file.Dirt = _file.Dirt with { Corrections = _file.Dirt.Corrections + 1 };
            }
        }

        public void WriteTotal()
        {
            var fields = ReportColumns.Total(totalsLabel, _impressions, _clicks, _orders, _sales, _commission, _file.Style);
            _file.Total(_subPublishers ? [.. fields, "", "", ""] : fields);
        }
    }
}
