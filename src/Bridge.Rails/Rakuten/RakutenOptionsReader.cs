using Bridge.Rails.Abstractions.Settings;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;

namespace Bridge.Rails.Rakuten;

/// <summary>Reads and checks the settings of one connection; every problem goes to the settings reader's findings.</summary>
internal static class RakutenOptionsReader
{
    /// <summary>The settings; only to be used when no finding is blocking.</summary>
    public static RakutenOptions Read(SettingsReader settings)
    {
        var folder = settings.RequiredText("exportFolder") is { Length: > 0 } ? settings.OptionalPath("exportFolder") ?? "" : "";
        var advertiser = settings.RequiredText("advertiserId");
        if (advertiser.Length > 0 && !advertiser.All(char.IsAsciiDigit))
        {
            settings.Problem("advertiserId", $"'advertiserId' of connection '{settings.Connection}' must be the numeric MID.", "The dashboard shows the MID beside the account name.");
        }

        return new RakutenOptions
        {
            Connection = settings.Connection,
            ExportFolder = folder,
            Patterns = ExportSchemas.All.ToDictionary(ExportSchemas.KindOf, schema => Patterns(settings, schema)),
            ListsFolder = Path.GetFullPath(settings.OptionalText("commissioningLists") ?? "commissioning-lists", folder.Length == 0 ? settings.BasePath : folder),
            AdvertiserId = advertiser,
            ProgramName = settings.OptionalText("programName") ?? $"Rakuten Advertising {advertiser}",
            Currency = TableSettings.Currency(settings),
            Forms = TableSettings.Forms(settings),
            ExportDate = TableSettings.ExportDate(settings),
            PublisherApi = ReadPublisherApi(settings),
            ReportingApi = ReadReportingApi(settings),
        };
    }

    private static IReadOnlyList<string> Patterns(SettingsReader settings, TableSchema schema)
    {
        var patterns = TableSettings.Patterns(settings, schema);
        return patterns.Count == 0 ? schema.Patterns : patterns is [TableSettings.None] ? [] : patterns;
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
}
