namespace Bridge.Simulation.Impact;

/// <summary>
/// How the simulated rail behaves where the published reference leaves room or names several observed variants. The defaults
/// are the documented or the stricter ones.
/// </summary>
public sealed record ImpactSettings
{
    /// <summary>Key of the partner list: <c>Partners</c> (v14 specification) or <c>MediaPartners</c> (older answers).</summary>
    public string PartnerListKey { get; init; } = "Partners";

    /// <summary>Requests per <see cref="RateWindow"/> and account.</summary>
    public int RateLimit { get; init; } = 1000;

    /// <summary>Length of the rate window.</summary>
    public TimeSpan RateWindow { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether the window slides or starts anew.</summary>
    public RateWindowKind RateWindowKind { get; init; } = RateWindowKind.Sliding;

    /// <summary>What X-RateLimit-Reset carries.</summary>
    public RateResetStyle RateReset { get; init; } = RateResetStyle.Seconds;

    /// <summary>Rows of a page when the caller names none.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>Largest page, except for actions.</summary>
    public int MaxPageSize { get; init; } = 1000;

    /// <summary>Whether numbers and flags are strings or JSON's own.</summary>
    public ValueTyping ValueTyping { get; init; } = ValueTyping.Strings;

    /// <summary>How an empty list looks.</summary>
    public EmptyListStyle EmptyList { get; init; } = EmptyListStyle.EmptyArray;

    /// <summary>Share of one-element arrays of objects that arrive as the bare object. Seeded; the same on every read.</summary>
    public decimal BareObjectShare { get; init; } = 0.25m;

    /// <summary>Whether the page links of pass-through answers carry scheme and host.</summary>
    public bool AbsolutePassThroughLinks { get; init; } = true;

    /// <summary>Whether contacts of partners without a contract are masked.</summary>
    public bool MaskContacts { get; init; } = true;

    /// <summary>Vanity links a partner may have.</summary>
    public int VanityCeiling { get; init; } = 5000;

    /// <summary>
    /// Whether the creation of a partner with a known e-mail is refused. False makes a second account, which is what a
    /// careful caller has to expect.
    /// </summary>
    public bool RefuseKnownEmail { get; init; }

    /// <summary>Fields a row of the partner import needs. The published pages give no list.</summary>
    public IReadOnlyList<string> PartnerImportRequired { get; init; } =
    [
        "AccountName", "Website", "AddressLine1", "City", "PostalCode", "Country", "PhoneCountry", "PhoneNumber",
        "PrimaryPromotionalMethod", "FirstName", "LastName", "EmailAddress", "Currency",
    ];

    /// <summary>How the templates and result files of the import tools look.</summary>
    public ImportFileStyle ImportFiles { get; init; } = ImportFileStyle.Plain;

    /// <summary>Time the prospect import takes per row.</summary>
    public TimeSpan ProspectRowTime { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Time between a switch of contracts and its effect; zero for at once.</summary>
    public TimeSpan ChangeNotification { get; init; } = TimeSpan.Zero;

    /// <summary>Offset of the account's time zone.</summary>
    public TimeSpan AccountOffset { get; init; } = TimeSpan.FromHours(-8);

    /// <summary>Time every answer takes.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.Zero;

    /// <summary>File the truth log is appended to as it grows, or null.</summary>
    public string? TruthFile { get; init; }
}
