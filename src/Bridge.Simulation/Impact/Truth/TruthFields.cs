using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bridge.Simulation.Impact.Truth;

/// <summary>
/// Values of a log line in the order they were added. Holds no personal value: an e-mail address goes in as its hash.
/// </summary>
internal sealed class TruthFields : IEnumerable<KeyValuePair<string, string?>>
{
    private readonly List<KeyValuePair<string, string?>> pairs = [];

    public void Add(string name, string? value) => pairs.Add(new(name, value));

    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, DateTimeOffset? value) => Add(name, value?.ToString("O", CultureInfo.InvariantCulture));

    public void Add(string name, IEnumerable<long> value) =>
        Add(name, string.Join(',', value.Select(id => id.ToString(CultureInfo.InvariantCulture))));

    public void AddHash(string name, string? personal) => Add(name, personal is null ? null : Hash(personal));

    public IEnumerator<KeyValuePair<string, string?>> GetEnumerator() => pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Lower-case hex SHA-256 of the trimmed lower-case text.</summary>
    public static string Hash(string personal) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(personal.Trim().ToLowerInvariant())));
}
