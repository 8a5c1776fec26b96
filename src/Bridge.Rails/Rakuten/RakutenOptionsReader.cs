using System.Globalization;
using System.Text.RegularExpressions;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Settings;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;

namespace Bridge.Rails.Rakuten;

/// <summary>Reads and checks the settings of one connection; every problem goes to the settings reader's findings.</summary>
internal static partial class RakutenOptionsReader
{
    /// <summary>A pattern that says: the program has no such file.</summary>
    public const string None = "none";

    /// <summary>The settings; only to be used when no finding is blocking.</summary>
    public static RakutenOptions Read(SettingsReader settings)
    {
        var folder = settings.RequiredText("exportFolder") is { Length: > 0 } ? settings.OptionalPath("exportFolder") ?? "" : "";
        var advertiser = settings.RequiredText("advertiserId");
        if (advertiser.Length > 0 && !advertiser.All(char.IsAsciiDigit))
        {
            settings.Problem("advertiserId", $"'advertiserId' of connection '{settings.Connection}' must be the numeric MID.", "The dashboard shows the MID beside the account name.");
        }

        var offset = ReadOffset(settings);
        return new RakutenOptions
        {
            Connection = settings.Connection,
            ExportFolder = folder,
            Patterns = ExportSchemas.All.ToDictionary(ExportSchemas.KindOf, schema => Patterns(settings, schema)),
            ListsFolder = Path.GetFullPath(settings.OptionalText("commissioningLists") ?? "commissioning-lists", folder.Length == 0 ? settings.BasePath : folder),
            AdvertiserId = advertiser,
            ProgramName = settings.OptionalText("programName") ?? $"Rakuten Advertising {advertiser}",
            Currency = ReadCurrency(settings),
            Forms = new TableForms
            {
                Numbers = settings.Choice("numberFormat", "auto", "auto", "1,234.56", "1.234,56") switch
                {
                    "1,234.56" => NumberStyle.Point,
                    "1.234,56" => NumberStyle.Comma,
                    _ => null,
                },
                Dates = settings.Choice("dateOrder", "auto", "auto", "mdy", "dmy", "ymd") switch
                {
                    "mdy" => DateOrder.MonthFirst,
                    "dmy" => DateOrder.DayFirst,
                    "ymd" => DateOrder.YearFirst,
                    _ => null,
                },
                Zone = TableForms.FixedZone(offset),
            },
            Offset = offset,
            ExportDate = ReadExportDate(settings),
            PublisherApi = ReadPublisherApi(settings),
            ReportingApi = ReadReportingApi(settings),
        };
    }

    private static IReadOnlyList<string> Patterns(SettingsReader settings, TableSchema schema)
    {
        var patterns = settings.List(schema.Setting);
        if (patterns.Count == 0)
        {
            return schema.Patterns;
        }

        if (patterns is [None])
        {
            return [];
        }

        if (patterns.Any(pattern => string.IsNullOrWhiteSpace(pattern) || Path.IsPathRooted(pattern) || pattern.Contains("..", StringComparison.Ordinal)))
        {
            settings.Problem(schema.Setting, $"'{schema.Setting}' of connection '{settings.Connection}' must name files inside the export folder.", $"Write a pattern such as {schema.Patterns[0]}, or 'none' when the program has no such file.");
        }

        return patterns;
    }

    private static Currency ReadCurrency(SettingsReader settings)
    {
        var text = settings.RequiredText("currency");
        if (!Currency.TryParse(text, out var currency) && text.Length > 0)
        {
            settings.Problem("currency", $"'currency' of connection '{settings.Connection}' must be an ISO 4217 code; '{text}' is none.", "Write the currency of the Rakuten network, for example USD.");
        }

        return currency;
    }

    private static TimeSpan ReadOffset(SettingsReader settings)
    {
        var text = settings.OptionalText("timeZone");
        if (text is null or "Z" or "UTC")
        {
            return TimeSpan.Zero;
        }

        if (OffsetForm().IsMatch(text)
            && TimeSpan.TryParseExact(text[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var offset)
            && offset <= TimeSpan.FromHours(14))
        {
            return text[0] == '-' ? -offset : offset;
        }

        settings.Problem("timeZone", $"'timeZone' of connection '{settings.Connection}' must be an offset; '{text}' is none.", "Write the offset of the exported times, for example +00:00 or -05:00.");
        return TimeSpan.Zero;
    }

    private static DateOnly? ReadExportDate(SettingsReader settings)
    {
        if (settings.OptionalText("exportDate") is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        settings.Problem("exportDate", $"'exportDate' of connection '{settings.Connection}' must be a day; '{text}' is none.", "Write it as YYYY-MM-DD, or leave it out for today.");
        return null;
    }

    private static PublisherApiOptions? ReadPublisherApi(SettingsReader settings)
    {
        var baseUrl = settings.Address("baseUrl", "https://api.linksynergy.com");
        var scheme = settings.Choice("tokenScheme", "Bearer", "Bearer", "Basic");
        var clientId = settings.OptionalSecret("clientId");
        var clientSecret = settings.OptionalSecret("clientSecret");
        var sid = settings.OptionalText("publisherSid");
        if (clientId is null && clientSecret is null && sid is null)
        {
            return null;
        }

        if (clientId is null || clientSecret is null || sid is null)
        {
            settings.Problem("publisherSid", $"The publisher API of connection '{settings.Connection}' needs clientId, clientSecret and publisherSid together.", "Give all three, or none to read offers from the sheet alone.");
            return null;
        }

        return new PublisherApiOptions { BaseUrl = baseUrl, ClientId = clientId, ClientSecret = clientSecret, PublisherSid = sid, TokenScheme = scheme };
    }

    private static ReportingApiOptions? ReadReportingApi(SettingsReader settings)
    {
        var baseUrl = settings.Address("reportingBaseUrl", "https://ran-reporting.rakutenmarketing.com");
        var language = settings.OptionalText("reportLanguage") ?? "en";
        var network = settings.OptionalText("reportNetwork");
        var days = settings.WholeNumber("reportDays", 365, 1, 1095);
        var keys = settings.List("reportKey");
        var token = settings.OptionalSecret("reportToken");
        if (keys.Count == 0 && token is null)
        {
            return null;
        }

        if (keys.Count == 0 || token is null)
        {
            settings.Problem("reportKey", $"The Reporting API of connection '{settings.Connection}' needs reportKey and reportToken together.", "Give both, or none to read report files from the export folder.");
            return null;
        }

        return new ReportingApiOptions { BaseUrl = baseUrl, Language = language, Keys = keys, Token = token, Network = network, Days = days };
    }

    [GeneratedRegex(@"^[+-]\d\d:\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex OffsetForm();
}
