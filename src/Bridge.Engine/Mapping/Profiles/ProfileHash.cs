using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Bridge.Engine.Yaml;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>
/// Hash of what a profile says. It is taken of the tree and not of the typed form, so that no key can be forgotten: keys in
/// ordinal order, every value as text, absent and empty values left out.
/// </summary>
internal static class ProfileHash
{
    public static string Of(YamlNode root)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            Write(writer, root);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter writer, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                writer.WriteStartObject();
                foreach (var entry in mapping.Entries.Where(entry => !IsEmpty(entry.Value)).OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(entry.Key);
                    Write(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
            case YamlSequence sequence:
                writer.WriteStartArray();
                foreach (var item in sequence.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case YamlScalar scalar:
                writer.WriteStringValue(scalar.Text);
                break;
        }
    }

    private static bool IsEmpty(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.All(entry => IsEmpty(entry.Value)),
        YamlSequence sequence => sequence.Items.Count == 0,
        YamlScalar scalar => scalar.IsNull(),
        _ => false,
    };
}
