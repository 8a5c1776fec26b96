using System.Text;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Settings;
using Bridge.Rails.Rakuten;
using Bridge.Simulation.Rakuten;
using Bridge.Testing;
using Bridge.Testing.Privacy;
using Bridge.Testing.Time;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bridge.Rails.Tests.Rakuten;

/// <summary>An export folder in a temporary place, and connections that read it.</summary>
public sealed class RakutenFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bridge-rakuten-");

    public string Path => folder.FullName;

    public PlainPersonalValues Personal { get; } = new();

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 6, 30, 9, 0, 0, TimeSpan.Zero));

    public List<Finding> SettingFindings { get; } = [];

    public Func<HttpMessageHandler>? Network { get; set; }

    public void Dispose() => folder.Delete(recursive: true);

    public RakutenFolder Write(string name, string text, Encoding? encoding = null) =>
        Write(name, (encoding ?? new UTF8Encoding(false)).GetBytes(text));

    public RakutenFolder Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public RakutenFolder Write(RakutenPack pack)
    {
        foreach (var file in pack.Files)
        {
            Write(file.Name, file.Content.ToArray());
        }

        return this;
    }

    /// <summary>A small complete export that every reader can read.</summary>
    public RakutenFolder WriteSmall() => this
        .Write("publishers-approved.csv", "Site ID,Publisher Name,URL,Email,Join Date,Publisher Group,Categories\n2000001,Fjord Reviews,fjord.example,PR@Fjord.example ,2024-05-13,Content,Travel; Apparel\n")
        .Write("publishers-applied.csv", "Site ID,Publisher Name,URL,Email,Join Date,Status\n2000002,Maple Guide,https://maple.example,,2026-06-01,pending\n")
        .Write("publishers-removed.csv", "Site ID,Publisher Name,URL,Email,Join Date,Status\n2000003,Old Deals,https://old.example,x@old.example,2020-02-03,self-removed\n")
        .Write("custom-report.csv", $"{ReportHeader}\n{Report("2000001", "AbC1*efGh/0", "3101", "Content", "500001", "A-1", "2026-06-01", "100.50", "7.04")}\nTotal,,,,,,,,,,,,0,0,1,100.50,7.04,7.04\n")
        .Write("offers.csv", $"{OfferHeader}\n500001,24.10,Base,baseline,active,900001,Y,N,,,,percentage,7,0,,,30,45,N,2024-01-01,,USD\n")
        .Write("offer-assignments.csv", "Site ID,Offer ID,Start Date,End Date\n2000001,500001,,\n")
        .Write("links.csv", "Link ID,Link Name,Link Type,Site ID,Encrypted ID,Offer ID,Click URL,Landing URL,u1,Start Date,End Date,Status\n1,Home,deep,2000001,AbC1*efGh/0,,https://click.linksynergy.com/deeplink?id=AbC1*efGh/0&mid=38207&murl=https%3A%2F%2Fshop.example%2F&u1=a%26b,,a&b,2024-01-01,,active\n")
        .Write("codes.csv", "Code,Site ID,Description,Discount Type,Discount,Start Date,End Date,Currency\nHELLO10,2000001,ten off,percent,10,2026-01-01,,USD\n")
        .Write("publisher-details.csv", "Site ID,First Name,Last Name,Phone,Phone Country,Address 1,Address 2,City,State,Postal Code,Country,Promotional Method,Tax ID\n2000001,Ada,Quill,+44 20 7946 0001,GB,12 Quay Row,,Leeds,,LS1 4AP,GB,Content / Blog,GB123456789T\n");

    public const string OfferHeader =
        "Offer ID,Offer Number,Offer Name,Offer Type,Status,Rule ID,Base Commission,First Click,Condition Field,Condition Operator,Condition List,Commission Type,Commission,Threshold,Upper Threshold,Threshold Basis,Return Days,Update Window,TrueLock,Start Date,End Date,Currency";

    public const string ReportHeader =
        "Publisher ID,Publisher Name,Publisher URL,Publisher Encrypted ID,Publisher Group ID,Publisher Group Name,Offer ID,Offer Name,Link ID,Link Name,Transaction Date,Order ID,# of Impressions,# of Clicks,# of Orders,Sales,Gross Commissions,Total Commissions";

    public static string Report(string sid, string encrypted, string groupId, string group, string goid, string order, string date, string sales, string commission) =>
        $"{sid},Name {sid},https://p{sid}.example,{encrypted},{groupId},{group},{goid},Base,1,Home,{date},{order},0,0,1,{sales},{commission},{commission}";

    public IRail Open(params (string Key, string Value)[] settings)
    {
        SettingFindings.Clear();
        return TryOpen(settings) ?? throw new InvalidOperationException(string.Join("; ", SettingFindings));
    }

    public IRail? TryOpen(params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["exportFolder"] = Path,
            ["advertiserId"] = "38207",
            ["currency"] = "USD",
        };
        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }

        var reader = new SettingsReader(
            "acme-rakuten",
            "rakuten",
            new FileLocation("bridge.yaml", 4, 3),
            Path,
            [.. values.Where(pair => pair.Value.Length > 0).Select(pair => new SettingValue(pair.Key, [.. pair.Value.Split('|')], pair.Value.Contains('|', StringComparison.Ordinal), new FileLocation("bridge.yaml", 5, 5)))],
            new NamedSecrets(),
            SettingFindings);
        var rail = new RakutenRailModule().Open(reader, Environment(), SettingFindings);
        reader.ReportUnknown();
        return rail;
    }

    internal RailEnvironment Environment() => new()
    {
        Time = Time,
        Ids = new SequentialIds(),
        Personal = Personal,
        Secrets = new NamedSecrets(),
        WriteGate = ClosedWriteGate.Instance,
        RateLedger = new ForgetfulLedger(),
        Loggers = NullLoggerFactory.Instance,
        PrimaryHandler = Network,
    };
}
