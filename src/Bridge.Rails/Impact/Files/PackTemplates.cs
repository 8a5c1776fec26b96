namespace Bridge.Rails.Impact.Files;

/// <summary>What the settings say about the templates of the portal's import tools.</summary>
/// <param name="Connection">Connection, for errors.</param>
/// <param name="Prospect">Absolute path of the prospect import's template; null for the built-in columns.</param>
/// <param name="Import">Absolute path of the partner import's template; null for the built-in columns.</param>
/// <param name="Headers">
/// Headers whose meaning a person wrote down: a built-in column, or a constant in quotation marks. Keys are compared as headers are.
/// </param>
internal sealed record PackTemplates(string Connection, string? Prospect, string? Import, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>No templates.</summary>
    public static PackTemplates None { get; } = new("", null, null, new Dictionary<string, string>());

    /// <summary>Reads a line of the setting: <c>Header = Column</c>, or <c>Header = "text"</c>; null when it is neither.</summary>
    public static (string Header, string Meaning)? ReadLine(string line)
    {
        var at = line.LastIndexOf('=');
        var (header, meaning) = at < 1 ? ("", "") : (line[..at].Trim(), line[(at + 1)..].Trim());
        var known = IsConstant(meaning) || PackColumns.IndexOf(PackColumns.Prospect, meaning) >= 0 || PackColumns.IndexOf(PackColumns.Import, meaning) >= 0;
        return header.Length > 0 && known ? (header, meaning) : null;
    }

    /// <summary>True for a constant.</summary>
    public static bool IsConstant(string meaning) => meaning.Length >= 2 && meaning[0] == '"' && meaning[^1] == '"';
}
