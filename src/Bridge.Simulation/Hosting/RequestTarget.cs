namespace Bridge.Simulation.Hosting;

/// <summary>Splits the target of a request line into what <see cref="SimulatedRequest"/> wants.</summary>
internal static class RequestTarget
{
    /// <summary>Path with its percent-encoding, and the query decoded (a plus sign is a space).</summary>
    public static (string Path, IReadOnlyList<KeyValuePair<string, string>> Query) Split(string target)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (target, []) : (target[..mark], Pairs(target[(mark + 1)..]));
    }

    /// <summary>Name and value pairs of a query or of a form body, in their order.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(string encoded)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var part in encoded.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? string.Empty : part[(equals + 1)..];
            pairs.Add(new(Decode(name), Decode(value)));
        }

        return pairs;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
