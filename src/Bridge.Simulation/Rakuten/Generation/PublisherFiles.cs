namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>The three Publisher Overview exports. The removed one has another column order, other capitals and two columns more.</summary>
internal sealed class PublisherFiles(PackRenderer pack, RakutenPackOptions options)
{
    private readonly PackFileWriter _approved = pack.Open(
        "publishers-approved.csv",
        FileDialect.Dashboard(RowStyle.American),
        ["Site ID", "Publisher Name", "URL", "Email", "Join Date", "Publisher Group", "Categories"]);

    private readonly PackFileWriter _applied = pack.Open(
        "publishers-applied.csv",
        FileDialect.Dashboard(RowStyle.Iso),
        ["Site ID", "Publisher Name", "URL", "Email", "Join Date", "Status"]);

    private readonly PackFileWriter _removed = pack.Open(
        "publishers-removed.csv",
        FileDialect.Plain(RowStyle.German),
        options.Dirt
            ? ["EMAIL", "Legacy Ref", "Site id", "PUBLISHER NAME", "Account Note", "url", "join date", "Status"]
            : ["Email", "Site ID", "Publisher Name", "URL", "Join Date", "Status"],
        keyColumn: options.Dirt ? 2 : 1);

    public void Add(RakutenPublisher publisher)
    {
        var email = publisher.EmailAsWritten ?? "";
        switch (publisher.State)
        {
            case RakutenPublisherState.Approved:
                _approved.Record(
                    publisher.Sid,
                    publisher.Name,
                    publisher.Url,
                    email,
                    _approved.Style.Date(publisher.JoinDate),
                    publisher.Group?.Name ?? "",
                    string.Join(publisher.Categories.Count > 2 && options.Dirt ? "\n" : "; ", publisher.Categories));
                Count(_approved, publisher);
                break;
            case RakutenPublisherState.Applied:
                _applied.Record(
                    publisher.Sid, publisher.Name, publisher.Url, email, _applied.Style.Date(publisher.JoinDate), publisher.StatusWord);
                Count(_applied, publisher);
                break;
            case RakutenPublisherState.Removed:
                Removed(publisher, publisher.StatusWord);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(publisher), publisher.State, "Not a publisher state.");
        }

        if (publisher.AlsoListedAsRemoved)
        {
            Removed(publisher, "temp-remove");
            _removed.Dirt = _removed.Dirt with { StateContradictions = _removed.Dirt.StateContradictions + 1 };
        }
    }

    private void Removed(RakutenPublisher publisher, string status)
    {
        var email = publisher.EmailAsWritten ?? "";
        var joined = _removed.Style.Date(publisher.JoinDate);
        if (options.Dirt)
        {
            _removed.Record(email, $"L-{publisher.Sid}", publisher.Sid, publisher.Name, "left, see \"notes\"", publisher.Url, joined, status);
            _removed.Dirt = _removed.Dirt with { UnknownColumns = 2 };
        }
        else
        {
            _removed.Record(email, publisher.Sid, publisher.Name, publisher.Url, joined, status);
        }

        Count(_removed, publisher);
    }

    private static void Count(PackFileWriter file, RakutenPublisher publisher)
    {
        var dirt = file.Dirt;
        var untidy = !string.Equals(publisher.Email, publisher.EmailAsWritten, StringComparison.Ordinal);
        file.Dirt = dirt with
        {
            MissingEmails = dirt.MissingEmails + (publisher.Email is null ? 1 : 0),
            UntidyEmails = dirt.UntidyEmails + (untidy ? 1 : 0),
            UrlsWithoutScheme = dirt.UrlsWithoutScheme + (publisher.Url.Contains("://", StringComparison.Ordinal) ? 0 : 1),
        };
    }
}
