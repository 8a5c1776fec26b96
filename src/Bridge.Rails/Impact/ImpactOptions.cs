using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Rails.Impact;

/// <summary>Settings of one connection, checked.</summary>
internal sealed record ImpactOptions
{
    private const string DefaultAddress = "https://api.impact.com";

    /// <summary>Settings for help texts; the same keys that <see cref="Read"/> reads.</summary>
    public static IReadOnlyList<SettingDescriptor> Descriptors { get; } =
    [
        new("programId", true, "Numeric id of the program (impact.com calls it campaign, too).", "1000"),
        new("accountSid", false, "Account SID of the brand, from Settings > Technical > API. Not needed under agencySid.", "IRxxxxxxxxxxxx"),
        new("authToken", true, "Reference to the auth token that reads; give it read access alone. Nothing is ever written with it.", "env:IMPACT_AUTH_TOKEN"),
        new("writeToken", false, "Reference to another token, for the changes of 'bridge apply' alone. Without it Bridge only reads; the variable need not be set before you apply.", "env:IMPACT_WRITE_TOKEN"),
        new("agencySid", false, "Account SID of the agency, to work by its own token on a brand that it manages.", "IRyyyyyyyyyyyy"),
        new("advertiserId", false, "Numeric account id of the brand under that agency; needed with agencySid.", "1048291"),
        new("baseUrl", false, "Address of the API.", DefaultAddress),
        new("currency", false, "Currency of the program: of accounts that Bridge makes when nothing else names one.", "USD"),
        new("pageSize", false, "Rows of a page, from 1 to 1000.", "1000"),
        new("prospectTemplate", false, "CSV or XLSX template that the prospect import offers for download, relative to bridge.yaml; files are written onto it.", "portal/prospect-template.csv"),
        new("importTemplate", false, "The same of the partner import.", "portal/import-template.xlsx"),
        new("templateColumns", false, "A list of what headers of these templates mean that Bridge does not know: a column of its own, or a text in quotation marks.", "Publisher name = Name"),
        new("requestsPerHour", false, "The account's rate limit, where impact.com has granted another than 1,000 an hour.", "1000"),
    ];

    /// <summary>Address of the API, without a path.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>User of HTTP Basic: the SID of the brand, or of the agency.</summary>
    public required string User { get; init; }

    /// <summary>Account the program belongs to: the brand's SID, or its numeric id under an agency when no SID is given.</summary>
    public required string AccountId { get; init; }

    /// <summary>Path that every brand endpoint starts with.</summary>
    public required string Prefix { get; init; }

    /// <summary>Token for reads, and for nothing else.</summary>
    public required SecretText AuthToken { get; init; }

    /// <summary>Token for writes; null when nothing can be written.</summary>
    public SecretText? WriteToken { get; init; }

    /// <summary>Where the token for writes is to be found, as it is written; null when the connection names none.</summary>
    public string? WriteTokenReference { get; init; }

    /// <summary>Numeric account id of the brand under an agency; null without an agency.</summary>
    public string? AdvertiserId { get; init; }

    /// <summary>The program.</summary>
    public required string ProgramId { get; init; }

    /// <summary>Currency of the program; null when it is set per contract.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Rows of a page.</summary>
    public required int PageSize { get; init; }

    /// <summary>The account's limit.</summary>
    public required int RequestsPerHour { get; init; }

    /// <summary>Templates of the portal's import tools.</summary>
    public required Files.PackTemplates Templates { get; init; }

    /// <summary>Reads the settings; null when one of them is missing or wrong, which the reader has reported.</summary>
    public static ImpactOptions? Read(SettingsReader settings, Func<bool> hasProblems)
    {
        var baseUrl = settings.Address("baseUrl", DefaultAddress);
        if (baseUrl.AbsolutePath != "/" || baseUrl.Query.Length > 0)
        {
            settings.Problem("baseUrl", $"'baseUrl' of connection '{settings.Connection}' must name the host alone.", $"Write it like {DefaultAddress}; impact.com's page links start at the host.");
        }

        var agencySid = settings.OptionalText("agencySid");
        var advertiserId = settings.OptionalText("advertiserId");
        var accountSid = agencySid is null ? settings.RequiredText("accountSid") : settings.OptionalText("accountSid");
        if (agencySid is null != advertiserId is null)
        {
            settings.Problem(agencySid is null ? "advertiserId" : "agencySid", $"'agencySid' and 'advertiserId' of connection '{settings.Connection}' belong together.", "Give both to work as an agency, or neither.");
        }

        var programId = settings.RequiredText("programId");
        if (programId.Length > 0 && !programId.All(char.IsAsciiDigit))
        {
            settings.Problem("programId", $"'programId' of connection '{settings.Connection}' must be a number.", "Take it from the program's address in impact.com; the account SID is another setting.");
        }

        var currency = default(Currency?);
        if (settings.OptionalText("currency") is { } code)
        {
            currency = Model.Money.Currency.TryParse(code, out var known) ? known : null;
            if (currency is null)
            {
                settings.Problem("currency", $"'currency' of connection '{settings.Connection}' must be an ISO 4217 code.", "Write it like USD, or leave it out.");
            }
        }

        var authToken = settings.RequiredSecret("authToken");
        var writeToken = settings.SecretIfThere("writeToken");
        if (writeToken is not null && authToken is not null && writeToken.Reveal() == authToken.Reveal())
        {
            settings.Problem(
                "writeToken",
                $"'writeToken' and 'authToken' of connection '{settings.Connection}' are one and the same token.",
                "Make two tokens in Settings > Technical > API: one that only reads for 'authToken', one for 'writeToken'. Leave 'writeToken' out until a plan is to be applied.");
        }

        var pageSize = settings.WholeNumber("pageSize", 1000, 1, 1000);
        var requestsPerHour = settings.WholeNumber("requestsPerHour", 1000, 1, 10_000_000);
        var templates = ReadTemplates(settings);
        settings.ReportUnknown();
        if (authToken is null || hasProblems())
        {
            return null;
        }

        return new ImpactOptions
        {
            BaseUrl = baseUrl,
            User = agencySid ?? accountSid!,
            AccountId = accountSid ?? advertiserId!,
            Prefix = agencySid is null
                ? $"/Advertisers/{Uri.EscapeDataString(accountSid!)}"
                : $"/Agencies/{Uri.EscapeDataString(agencySid)}/Advertisers/{Uri.EscapeDataString(advertiserId!)}",
            AuthToken = authToken,
            WriteToken = writeToken,
            WriteTokenReference = settings.OptionalText("writeToken"),
            AdvertiserId = advertiserId,
            ProgramId = programId,
            Currency = currency,
            PageSize = pageSize,
            RequestsPerHour = requestsPerHour,
            Templates = templates,
        };
    }

    private static Files.PackTemplates ReadTemplates(SettingsReader settings)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in settings.List("templateColumns"))
        {
            if (Files.PackTemplates.ReadLine(line) is { } read)
            {
                headers[read.Header] = read.Meaning;
            }
            else
            {
                settings.Problem("templateColumns", $"'{line}' in 'templateColumns' of connection '{settings.Connection}' names no column.", "Write \"Header = Column\" with one of Bridge's columns, or \"Header = \\\"text\\\"\" for one text in every row.");
            }
        }

        return new Files.PackTemplates(settings.Connection, settings.OptionalPath("prospectTemplate"), settings.OptionalPath("importTemplate"), headers);
    }

    /// <summary>Where the connection goes, free of credentials.</summary>
    public string Describe() => $"impact.com program {ProgramId} of account {AccountId} at {BaseUrl.Authority} (Brand API v14, {(WriteToken is null ? "reads only" : "a token of its own for writes")})";
}
