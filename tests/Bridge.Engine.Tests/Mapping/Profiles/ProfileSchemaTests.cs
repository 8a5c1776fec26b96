using System.Text.Json;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Yaml;
using Bridge.Model.Findings;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Bridge.Engine.Tests.Mapping.Profiles;

public sealed class ProfileSchemaTests
{
    /// <summary>One item of everything that repeats, so that the reader asks for its keys.</summary>
    private const string Everything = """
        match: {strategies: [{}]}
        partners: {references: [{}], entry: [{}]}
        contracts: {templates: {any: {}}, scopeValues: [{}]}
        """;

    private static readonly string SchemaText = File.ReadAllText(Given.RepositoryFile("mappings/schema/mapping-profile.schema.json"));

    [Fact]
    public void Reader_and_schema_know_the_same_keys_forms_and_words()
    {
        var reader = NodeReader.Root(YamlTree.Parse(Everything, "p.yaml", new List<Finding>()), "p.yaml", new List<Finding>());
        ProfileReader.Read(reader);
        using var schema = JsonDocument.Parse(SchemaText);

        var known = reader.Shape.Select(key => $"{key.Pattern} {key.Form} {key.Choices}".Trim()).Order(StringComparer.Ordinal);
        var described = Flatten(schema.RootElement, "").Order(StringComparer.Ordinal);

        described.Should().Equal(known);
    }

    [Fact]
    public async Task The_shipped_profile_is_valid_by_the_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(SchemaText);
        var profile = Token(YamlTree.Parse(Given.ShippedProfile, "p.yaml", new List<Finding>())!);

        schema.Validate(profile).Should().BeEmpty();
        profile["links"]!["kindz"] = new JObject();
        schema.Validate(profile).Should().ContainSingle().Which.Path.Should().Be("#/links.kindz");
    }

    [Fact]
    public void Every_key_of_the_schema_is_explained()
    {
        using var schema = JsonDocument.Parse(SchemaText);

        Descriptions(schema.RootElement).Should().OnlyContain(text => text.Length > 5).And.HaveCountGreaterThan(100);
    }

    private static IEnumerable<string> Descriptions(JsonElement schema)
    {
        if (schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
            {
                yield return property.Value.GetProperty("description").GetString()!;
                foreach (var below in Descriptions(property.Value))
                {
                    yield return below;
                }
            }
        }
    }

    private static IEnumerable<string> Flatten(JsonElement schema, string path)
    {
        foreach (var property in schema.GetProperty("properties").EnumerateObject())
        {
            var at = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            foreach (var line in Describe(property.Value, at))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Describe(JsonElement schema, string at)
    {
        if (schema.TryGetProperty("properties", out _))
        {
            return Flatten(schema, at).Prepend($"{at} section");
        }

        if (schema.TryGetProperty("items", out var items))
        {
            return Flatten(items, at + "[]").Prepend($"{at} sections");
        }

        if (schema.TryGetProperty("anyOf", out var forms))
        {
            return [$"{at} texts {Words(forms[0])}".Trim()];
        }

        if (schema.TryGetProperty("additionalProperties", out var free))
        {
            return free.TryGetProperty("properties", out _) ? Flatten(free, at + ".*").Prepend($"{at} sectionMap")
                : free.TryGetProperty("anyOf", out _) ? [$"{at} textsMap"]
                : [$"{at} textMap {Words(free)}".Trim()];
        }

        var form = schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString() switch { "integer" => "wholeNumber", "number" => "number", "boolean" => "flag", _ => "text" }
            : "text";
        return [$"{at} {form} {Words(schema)}".Trim()];
    }

    private static string Words(JsonElement schema) =>
        schema.TryGetProperty("enum", out var words) ? string.Join('|', words.EnumerateArray().Select(word => word.GetString())) : "";

    private static JToken Token(YamlNode node) => node switch
    {
        YamlMapping mapping => new JObject(mapping.Entries.Select(entry => new JProperty(entry.Key, Token(entry.Value)))),
        YamlSequence sequence => new JArray(sequence.Items.Select(Token)),
        YamlScalar { Quoted: false } scalar when scalar.IsNull() => JValue.CreateNull(),
        YamlScalar { Quoted: false } scalar when decimal.TryParse(scalar.Text, System.Globalization.CultureInfo.InvariantCulture, out var number) =>
            number == decimal.Truncate(number) ? new JValue((long)number) : new JValue(number),
        _ => new JValue(((YamlScalar)node).Text),
    };
}
