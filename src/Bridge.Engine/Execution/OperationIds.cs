using System.Security.Cryptography;
using System.Text;

namespace Bridge.Engine.Execution;

/// <summary>Ids of operations: the same in every attempt, different in every plan (section 3.1 of the reliability contract).</summary>
public static class OperationIds
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>First 128 bits of SHA-256(plan hash, step id) as 26 characters of Crockford base32.</summary>
    public static string Of(string planHash, string stepId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{planHash}\n{stepId}"));
        var bits = new UInt128(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, 8));
        return string.Create(26, bits, (text, value) =>
        {
            for (var index = text.Length - 1; index >= 0; index--)
            {
                text[index] = Alphabet[(int)(value & 31)];
                value >>= 5;
            }
        });
    }
}
