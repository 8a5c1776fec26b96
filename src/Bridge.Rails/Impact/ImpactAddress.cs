using System.Globalization;
using System.Text;

namespace Bridge.Rails.Impact;

/// <summary>Addresses of the API: path and query.</summary>
internal static class ImpactAddress
{
    /// <summary>A path with query parameters; those without a value are left out.</summary>
    public static string Of(string path, params IEnumerable<KeyValuePair<string, string?>> query)
    {
        var text = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in query)
        {
            if (value is not null)
            {
                text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        return text.ToString();
    }

    /// <summary>The address of another page of the same list.</summary>
    public static string WithPage(string address, long page)
    {
        var (path, query) = Split(address);
        var kept = query.Where(pair => !IsPage(pair)).Append(string.Create(CultureInfo.InvariantCulture, $"Page={page}"));
        return $"{path}?{string.Join('&', kept)}";
    }

    /// <summary>Number of the page that an address asks for; 1 when it names none.</summary>
    public static long PageOf(string address) =>
        Split(address).Query.FirstOrDefault(IsPage) is { } pair && long.TryParse(pair.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    /// <summary>Last segment of the path, for example <c>MediaPartners</c>.</summary>
    public static string EndpointOf(string address) => Split(address).Path.TrimEnd('/').Split('/')[^1];

    private static bool IsPage(string pair) => pair.StartsWith("Page=", StringComparison.OrdinalIgnoreCase);

    private static (string Path, string[] Query) Split(string address)
    {
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (address, []) : (address[..mark], address[(mark + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries));
    }
}
