using System.Globalization;
using System.Text.Json;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Engine.Yaml;

/// <summary>
/// Reads typed values from a block of keys and collects every problem with place, value, rule and remedy; it never stops
/// at the first. A key that was asked for is known; <see cref="ReportUnknown"/> reports the others. An empty value counts
/// as absent.
/// </summary>
public sealed class NodeReader
{
    private readonly YamlMapping? mapping;
    private readonly string pattern;
    private readonly ICollection<Finding> findings;
    private readonly HashSet<KnownKey> shape;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<NodeReader> children = [];

    private NodeReader(YamlNode? node, FileLocation place, string path, string pattern, ICollection<Finding> findings, HashSet<KnownKey> shape)
    {
        this.pattern = pattern;
        this.findings = findings;
        this.shape = shape;
        Place = place;
        Path = path;
        mapping = node as YamlMapping;
        if (node is not null && mapping is null && node is not YamlScalar { Quoted: false, Text: "" or "~" or "null" })
        {
            Add(YamlFindings.WrongTypeCode, node.Location, Shown(node), $"{Named(path)} must be a block of keys and is {node.Kind}.", "Write its keys below it, indented by two spaces.");
        }
    }

    /// <summary>A reader of a whole file.</summary>
    /// <param name="root">Tree; null counts as an empty file.</param>
    /// <param name="fileName">File, for messages.</param>
    /// <param name="findings">Takes every problem.</param>
    public static NodeReader Root(YamlNode? root, string fileName, ICollection<Finding> findings) =>
        new(root, root?.Location ?? new FileLocation(fileName, 1, 1), "", "", findings, []);

    /// <summary>Path of the block, for example <c>links.subIds</c>; empty for the file.</summary>
    public string Path { get; }

    /// <summary>Where the block starts; of an absent block, where its parent does.</summary>
    public FileLocation Place { get; }

    /// <summary>True when the block is in the file.</summary>
    public bool Exists => mapping is not null;

    /// <summary>Keys of the block, in the order of the file. Asking does not make them known.</summary>
    public IReadOnlyList<string> Keys => mapping is null ? [] : [.. mapping.Entries.Select(entry => entry.Key)];

    internal IReadOnlyCollection<KnownKey> Shape => shape;

    /// <summary>Where a key's value stands; the block itself when the key is absent.</summary>
    public FileLocation PlaceOf(string key) => mapping?.Find(key)?.Value.Location ?? Place;

    /// <summary>A text that must be there; empty with a finding when it is not.</summary>
    public string RequiredText(string key)
    {
        if (Find(key, "text") is null)
        {
            Missing(key);
            return "";
        }

        return OptionalText(key) ?? "";
    }

    /// <summary>A text, or null.</summary>
    public string? OptionalText(string key) => Scalar(key, "text", "one text");

    /// <summary>True or false, or null.</summary>
    public bool? OptionalFlag(string key)
    {
        var text = Scalar(key, "flag", "true or false");
        switch (text)
        {
            case null:
                return null;
            case "true" or "True" or "TRUE":
                return true;
            case "false" or "False" or "FALSE":
                return false;
            default:
                Add(YamlFindings.WrongTypeCode, PlaceOf(key), text, $"{Named(Sub(key))} must be true or false.", "Write true or false, without quotes; yes, no, on and off are not read.");
                return null;
        }
    }

    /// <summary>A whole number inside bounds, or null.</summary>
    public int? OptionalWholeNumber(string key, int least, int most)
    {
        var text = Scalar(key, "wholeNumber", "a whole number");
        if (text is null)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Add(YamlFindings.WrongTypeCode, PlaceOf(key), text, $"{Named(Sub(key))} must be a whole number.", $"Write a number from {least} to {most}.");
            return null;
        }

        if (number >= least && number <= most)
        {
            return number;
        }

        Add(YamlFindings.OutOfBoundsCode, PlaceOf(key), text, $"{Named(Sub(key))} must be from {least} to {most}.", "Choose a number inside these bounds.");
        return null;
    }

    /// <summary>A decimal number inside bounds, or null.</summary>
    public decimal? OptionalNumber(string key, decimal least, decimal most)
    {
        var text = Scalar(key, "number", "a number");
        if (text is null)
        {
            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            Add(YamlFindings.WrongTypeCode, PlaceOf(key), text, $"{Named(Sub(key))} must be a number.", "Write it with a point and without grouping, for example 0.25.");
            return null;
        }

        if (number >= least && number <= most)
        {
            return number;
        }

        Add(YamlFindings.OutOfBoundsCode, PlaceOf(key), text, string.Create(CultureInfo.InvariantCulture, $"{Named(Sub(key))} must be from {least} to {most}."), "Choose a number inside these bounds.");
        return null;
    }

    /// <summary>A member of an enum that must be there; null with a finding when it is not.</summary>
    public TEnum? RequiredChoice<TEnum>(string key)
        where TEnum : struct, Enum
    {
        if (Find(key, "text", Words<TEnum>()) is null)
        {
            Missing(key);
            return null;
        }

        return OptionalChoice<TEnum>(key);
    }

    /// <summary>One of some words, or null.</summary>
    public string? OptionalChoice(string key, IReadOnlyList<string> choices)
    {
        var text = Scalar(key, "text", "one word", choices);
        return text is null ? null : Chosen(Sub(key), PlaceOf(key), text, choices);
    }

    /// <summary>A member of an enum by its camel-case name, or null.</summary>
    public TEnum? OptionalChoice<TEnum>(string key)
        where TEnum : struct, Enum => ToEnum<TEnum>(OptionalChoice(key, Words<TEnum>()));

    /// <summary>Texts; a single text counts as a list of one; null when absent.</summary>
    public IReadOnlyList<string>? OptionalTexts(string key) =>
        Find(key, "texts") is { } entry ? [.. Texts(Sub(key), entry.Value).Select(item => item.Text)] : null;

    /// <summary>Members of an enum by their camel-case names; null when absent, and with a finding when one of them is not known.</summary>
    public IReadOnlyList<TEnum>? OptionalChoices<TEnum>(string key)
        where TEnum : struct, Enum
    {
        var words = Words<TEnum>();
        if (Find(key, "texts", words) is not { } entry)
        {
            return null;
        }

        TEnum?[] members = [.. Texts(Sub(key), entry.Value).Select(item => ToEnum<TEnum>(Chosen(Sub(key), item.Location, item.Text, words)))];
        return members.Contains(null) ? null : [.. members.OfType<TEnum>()];
    }

    /// <summary>Free keys, each with one text; empty when absent.</summary>
    public IReadOnlyList<TextEntry> TextMap(string key) => Map(key, "textMap", null, single: true);

    /// <summary>Free keys, each with one word of some; entries with other words are left out with a finding.</summary>
    public IReadOnlyList<TextEntry> ChoiceMap(string key, IReadOnlyList<string> choices) => Map(key, "textMap", choices, single: true);

    /// <summary>Free keys, each with a member of an enum by its camel-case name; entries with other words are left out with a finding.</summary>
    public IReadOnlyList<TextEntry> ChoiceMap<TEnum>(string key)
        where TEnum : struct, Enum => Map(key, "textMap", Words<TEnum>(), single: true);

    /// <summary>Free keys, each with texts; empty when absent.</summary>
    public IReadOnlyList<TextEntry> TextsMap(string key) => Map(key, "textsMap", null, single: false);

    /// <summary>A block below; an absent one reads as empty.</summary>
    public NodeReader Section(string key) => Child(Find(key, "section")?.Value, PlaceOf(key), Sub(key), SubPattern(key));

    /// <summary>Blocks of a list; empty when absent.</summary>
    public IReadOnlyList<NodeReader> Sections(string key)
    {
        if (Find(key, "sections") is not { } entry)
        {
            return [];
        }

        if (entry.Value is not YamlSequence list)
        {
            Add(YamlFindings.WrongTypeCode, entry.Value.Location, Shown(entry.Value), $"{Named(Sub(key))} must be a list and is {entry.Value.Kind}.", "Start each item with a dash.");
            return [];
        }

        return [.. list.Items.Select((item, index) => Child(item, item.Location, $"{Sub(key)}[{index}]", SubPattern(key) + "[]"))];
    }

    /// <summary>Free keys, each with a block; empty when absent.</summary>
    public IReadOnlyList<KeyValuePair<string, NodeReader>> SectionMap(string key)
    {
        if (MappingOf(key, "sectionMap") is not { } block)
        {
            return [];
        }

        return [.. block.Entries.Select(entry => KeyValuePair.Create(
            entry.Key, Child(entry.Value, entry.KeyLocation, $"{Sub(key)}.{entry.Key}", SubPattern(key) + ".*")))];
    }

    /// <summary>Every key but some as settings of a connection, to be read by the rail itself.</summary>
    public IReadOnlyList<SettingValue> Settings(params string[] except)
    {
        var settings = new List<SettingValue>();
        foreach (var entry in mapping?.Entries ?? [])
        {
            if (!except.Contains(entry.Key, StringComparer.Ordinal))
            {
                known.Add(entry.Key);
                settings.Add(new SettingValue(
                    entry.Key, [.. Texts(Sub(entry.Key), entry.Value).Select(item => item.Text)], entry.Value is YamlSequence, entry.Value.Location));
            }
        }

        return settings;
    }

    /// <summary>Adds a problem of a key, or of the block itself when the key is null or absent.</summary>
    public void Problem(string? key, string code, string? value, string message, string remedy) =>
        Add(code, key is null ? Place : PlaceOf(key), value, message, remedy);

    /// <summary>Reports every key that nobody asked for, here and in all blocks that were read below.</summary>
    public void ReportUnknown()
    {
        foreach (var entry in mapping?.Entries ?? [])
        {
            if (!known.Contains(entry.Key))
            {
                var near = NearestWord.Find(entry.Key, known);
                Add(
                    YamlFindings.UnknownKeyCode,
                    entry.KeyLocation,
                    entry.Key,
                    $"{(Path.Length == 0 ? "The file" : $"'{Path}'")} has no key '{entry.Key}'.",
                    (near is null ? "" : $"Did you mean '{near}'? ") + $"Known keys: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
            }
        }

        foreach (var child in children)
        {
            child.ReportUnknown();
        }
    }

    /// <summary>A member of an enum as it is written in a file.</summary>
    internal static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string[] Words<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetNames<TEnum>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private static TEnum? ToEnum<TEnum>(string? word)
        where TEnum : struct, Enum => word is null ? null : Enum.Parse<TEnum>(word, ignoreCase: true);

    private static string Named(string path) => path.Length == 0 ? "The file" : $"'{path}'";

    private static string? Shown(YamlNode node) => node is YamlScalar scalar ? scalar.Text : null;

    private string? Chosen(string path, FileLocation place, string text, IReadOnlyList<string> choices)
    {
        if (choices.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        var near = NearestWord.Find(text, choices);
        Add(YamlFindings.NotAChoiceCode, place, text, $"{Named(path)} must be one of: {string.Join(", ", choices)}.", near is null ? "Choose one of these words." : $"Did you mean '{near}'?");
        return null;
    }

    private List<TextEntry> Map(string key, string form, IReadOnlyList<string>? choices, bool single)
    {
        var entries = new List<TextEntry>();
        foreach (var entry in MappingOf(key, form, choices)?.Entries ?? [])
        {
            var path = $"{Sub(key)}.{entry.Key}";
            if (single && entry.Value is not YamlScalar)
            {
                Add(YamlFindings.WrongTypeCode, entry.Value.Location, null, $"{Named(path)} must be one text and is {entry.Value.Kind}.", "Write a single text behind the colon.");
                continue;
            }

            string[] texts = [.. Texts(path, entry.Value)
                .Where(item => choices is null || Chosen(path, item.Location, item.Text, choices) is not null)
                .Select(item => item.Text)];
            if (texts.Length > 0)
            {
                entries.Add(new TextEntry(entry.Key, texts, entry.KeyLocation));
            }
        }

        return entries;
    }

    private YamlMapping? MappingOf(string key, string form, IReadOnlyList<string>? choices = null)
    {
        var entry = Find(key, form, choices);
        if (entry is null or { Value: YamlMapping })
        {
            return entry?.Value as YamlMapping;
        }

        Add(YamlFindings.WrongTypeCode, entry.Value.Location, Shown(entry.Value), $"{Named(Sub(key))} must be a block of keys and is {entry.Value.Kind}.", "Write its keys below it, indented by two spaces.");
        return null;
    }

    private string? Scalar(string key, string form, string wanted, IReadOnlyList<string>? choices = null)
    {
        var entry = Find(key, form, choices);
        if (entry is null)
        {
            return null;
        }

        if (entry.Value is YamlScalar scalar && !string.IsNullOrWhiteSpace(scalar.Text))
        {
            return scalar.Text;
        }

        Add(YamlFindings.WrongTypeCode, entry.Value.Location, null, $"{Named(Sub(key))} must be {wanted} and is {entry.Value.Kind}.", "Write a single value behind the colon, or leave the key out.");
        return null;
    }

    private IEnumerable<YamlScalar> Texts(string path, YamlNode node)
    {
        foreach (var item in node is YamlSequence list ? list.Items : [node])
        {
            if (item is YamlScalar scalar && !scalar.IsNull())
            {
                yield return scalar;
            }
            else
            {
                Add(YamlFindings.WrongTypeCode, item.Location, null, $"{Named(path)} must hold texts and here is {item.Kind}.", "Write a text, or a list of texts.");
            }
        }
    }

    private YamlEntry? Find(string key, string form, IReadOnlyList<string>? choices = null)
    {
        known.Add(key);
        shape.Add(new KnownKey(SubPattern(key), form, choices is null ? "" : string.Join('|', choices)));
        var entry = mapping?.Find(key);
        return entry?.Value is YamlScalar scalar && (scalar.IsNull() || scalar.Text.Length == 0) ? null : entry;
    }

    private NodeReader Child(YamlNode? node, FileLocation place, string path, string childPattern)
    {
        var child = new NodeReader(node, place, path, childPattern, findings, shape);
        children.Add(child);
        return child;
    }

    private void Missing(string key) => Add(
        YamlFindings.MissingKeyCode, Place, null, $"{Named(Path)} needs the key '{key}'.", $"Add '{key}:' {(Path.Length == 0 ? "to the file" : $"below '{Path}'")}.");

    private void Add(string code, FileLocation place, string? value, string message, string remedy) =>
        findings.Add(YamlFindings.Of(code, place, value, message, remedy));

    private string Sub(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    private string SubPattern(string key) => pattern.Length == 0 ? key : $"{pattern}.{key}";
}
