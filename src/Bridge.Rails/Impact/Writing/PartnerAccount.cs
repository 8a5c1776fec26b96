using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Impact.Writing;

/// <summary>What impact.com asks of us about another company's account: a user name and a password.</summary>
internal static class PartnerAccount
{
    private const string Letters = "abcdefghijkmnopqrstuvwxyz";
    private const string Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";
    private const string Signs = "!#%*+-=?_";

    /// <summary>
    /// User name of the partner's first user: always the same for a partner, so that an attempt after doubt cannot make a second
    /// user. Made of the program and the natural key, without personal values.
    /// </summary>
    public static string UserName(string programId, PartnerDraft draft)
    {
        var key = draft.References.Count > 0 ? draft.References[0].Value : $"{draft.Name}|{draft.Website}";
        var plain = key.Length <= 40 && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-');
        var tail = plain
            ? key.ToLowerInvariant()
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 10));
        return string.Create(CultureInfo.InvariantCulture, $"bridge.{programId}.{tail}");
    }

    /// <summary>
    /// A password that nobody keeps: the partner sets its own by "forgot password". 24 characters of a cryptographic source,
    /// with one of each class at least.
    /// </summary>
    public static string Password()
    {
        var characters = string.Concat(
            RandomNumberGenerator.GetString(Letters, 1),
            RandomNumberGenerator.GetString(Capitals, 1),
            RandomNumberGenerator.GetString(Digits, 1),
            RandomNumberGenerator.GetString(Signs, 1),
            RandomNumberGenerator.GetString(Letters + Capitals + Digits + Signs, 20)).ToCharArray();
        RandomNumberGenerator.Shuffle(characters.AsSpan());
        return new string(characters);
    }
}
