using System.Globalization;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Http;

namespace Bridge.Rails.Abstractions.Settings;

/// <summary>
/// Reads the settings of one connection and collects every problem with its place in the file. One mechanism for all rails:
/// what a module reads is known, every other key is reported as unknown.
/// </summary>
/// <param name="connection">Name of the connection.</param>
/// <param name="rail">Rail id.</param>
/// <param name="place">Where the connection is written.</param>
/// <param name="basePath">Folder that relative paths start from.</param>
/// <param name="values">Settings as written, without <c>rail</c>.</param>
/// <param name="secrets">Resolves secret references.</param>
/// <param name="findings">Takes the problems.</param>
public sealed class SettingsReader(
    string connection,
    string rail,
    FileLocation place,
    string basePath,
    IReadOnlyList<SettingValue> values,
    ISecretSource secrets,
    ICollection<Finding> findings)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>Name of the connection.</summary>
    public string Connection => connection;

    /// <summary>Rail id.</summary>
    public string Rail => rail;

    /// <summary>Folder that relative paths start from.</summary>
    public string BasePath => basePath;

    /// <summary>Where the connection is written.</summary>
    public FileLocation Place => place;

    /// <summary>A text that must be there; empty with a finding when it is not.</summary>
    public string RequiredText(string key) => OptionalText(key) ?? Missing(key);

    /// <summary>A text, or null.</summary>
    public string? OptionalText(string key)
    {
        var setting = Find(key);
        if (setting is null)
        {
            return null;
        }

        if (setting.IsList || setting.Values.Count != 1 || string.IsNullOrWhiteSpace(setting.Values[0]))
        {
            Problem("BRG-SET-002", setting.Location, null, $"'{key}' of connection '{connection}' must be one value.", "Write a single text behind the colon.");
            return null;
        }

        return setting.Values[0];
    }

    /// <summary>A list; a single text counts as a list of one; empty when absent.</summary>
    public IReadOnlyList<string> List(string key) => Find(key)?.Values ?? [];

    /// <summary>A path, made absolute from the folder of the settings file; null when absent.</summary>
    public string? OptionalPath(string key) => OptionalText(key) is { } path ? Path.GetFullPath(path, basePath) : null;

    /// <summary>An absolute http or https address; the default when absent or wrong.</summary>
    public Uri Address(string key, string defaultAddress)
    {
        var text = OptionalText(key);
        if (text is null)
        {
            return new Uri(defaultAddress);
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        {
            if (uri.Scheme == "https" || uri.IsLoopback)
            {
                return uri;
            }

            Problem("BRG-SET-005", Find(key)!.Location, text, $"'{key}' of connection '{connection}' sends credentials in clear.", "Use https; plain http is for loopback addresses alone.");
            return new Uri(defaultAddress);
        }

        Problem("BRG-SET-004", Find(key)!.Location, text, $"'{key}' of connection '{connection}' must be an absolute http or https address.", $"Write it like {defaultAddress}.");
        return new Uri(defaultAddress);
    }

    /// <summary>A whole number inside bounds; the default when absent or wrong.</summary>
    public int WholeNumber(string key, int defaultValue, int least, int most)
    {
        var text = OptionalText(key);
        if (text is null)
        {
            return defaultValue;
        }

        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Problem("BRG-SET-006", Find(key)!.Location, text, $"'{key}' of connection '{connection}' must be a whole number from {least} to {most}.", $"Leave it out for {defaultValue}.");
        return defaultValue;
    }

    /// <summary>One of some words; the default when absent or wrong.</summary>
    public string Choice(string key, string defaultValue, params string[] choices)
    {
        var text = OptionalText(key);
        if (text is null || choices.Contains(text, StringComparer.Ordinal))
        {
            return text ?? defaultValue;
        }

        Problem("BRG-SET-007", Find(key)!.Location, text, $"'{key}' of connection '{connection}' must be one of: {string.Join(", ", choices)}.", $"Leave it out for {defaultValue}.");
        return defaultValue;
    }

    /// <summary>A secret by reference that must be there; null with a finding when it is not.</summary>
    public SecretText? RequiredSecret(string key)
    {
        if (Find(key) is null)
        {
            Missing(key);
            return null;
        }

        return OptionalSecret(key);
    }

    /// <summary>
    /// A secret by reference that may not be there yet: null without a finding when nothing rests where the reference points. For
    /// what only some commands need, for example a token that writes; whoever needs it says that it is missing.
    /// </summary>
    public SecretText? SecretIfThere(string key) => Secret(key, mayBeAbsent: true);

    /// <summary>A secret by reference (<c>env:NAME</c>, <c>file:path</c>); null when absent, or with a finding when it cannot be resolved.</summary>
    public SecretText? OptionalSecret(string key) => Secret(key, mayBeAbsent: false);

    private SecretText? Secret(string key, bool mayBeAbsent)
    {
        if (Find(key) is not { } setting || OptionalText(key) is not { } reference)
        {
            return null;
        }

        try
        {
            var secret = secrets.Resolve(reference, basePath);
            if (secret is null && !mayBeAbsent)
            {
                Problem("BRG-SET-009", setting.Location, reference, $"'{key}' of connection '{connection}' refers to a secret that is not there.", "Set the environment variable or write the file, then run again.");
            }

            return secret;
        }
        catch (FormatException)
        {
            Problem("BRG-SET-008", setting.Location, null, $"'{key}' of connection '{connection}' must be a reference, not the secret itself.", "Write env:NAME or file:path, and take the secret out of this file.");
            return null;
        }
    }

    /// <summary>Adds a problem of a rule that involves several settings.</summary>
    public void Problem(string key, string rule, string remedy) =>
        Problem("BRG-SET-010", Find(key)?.Location ?? place, null, rule, remedy);

    /// <summary>Reports every key that nobody read.</summary>
    public void ReportUnknown()
    {
        foreach (var value in values)
        {
            if (!known.Contains(value.Key))
            {
                Problem("BRG-SET-003", value.Location, value.Key, $"Connection '{connection}' of rail '{rail}' has no setting '{value.Key}'.", $"Known settings: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    private SettingValue? Find(string key)
    {
        known.Add(key);
        return values.FirstOrDefault(value => string.Equals(value.Key, key, StringComparison.Ordinal));
    }

    private string Missing(string key)
    {
        if (Find(key) is null)
        {
            Problem("BRG-SET-001", place, null, $"Connection '{connection}' of rail '{rail}' needs '{key}'.", $"Add '{key}:' below the connection; 'bridge rails {rail}' explains it.");
        }

        return "";
    }

    private void Problem(string code, FileLocation location, string? value, string rule, string remedy) => findings.Add(new Finding
    {
        Code = code,
        Severity = Severity.Blocking,
        Place = location.ToString(),
        Value = value,
        Message = rule,
        Remedy = remedy,
    });
}
