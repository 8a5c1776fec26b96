using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Engine.Yaml;

/// <summary>Problems of a file that a person wrote. All block: a file that is half understood must not move anything.</summary>
internal static class YamlFindings
{
    public const string SyntaxCode = "BRG-YAML-001";
    public const string DuplicateKeyCode = "BRG-YAML-002";
    public const string RefusedCode = "BRG-YAML-003";
    public const string TooLargeCode = "BRG-YAML-004";
    public const string TooDeepCode = "BRG-YAML-005";
    public const string SeveralDocumentsCode = "BRG-YAML-006";
    public const string EmptyCode = "BRG-YAML-007";
    public const string KeyIsNoTextCode = "BRG-YAML-008";
    public const string UnknownKeyCode = "BRG-YAML-010";
    public const string MissingKeyCode = "BRG-YAML-011";
    public const string WrongTypeCode = "BRG-YAML-012";
    public const string NotAChoiceCode = "BRG-YAML-013";
    public const string OutOfBoundsCode = "BRG-YAML-014";
    public const string WrongFormCode = "BRG-YAML-015";

    public static Finding Syntax(FileLocation place, string reason) => Of(
        SyntaxCode, place, null, $"The text is not valid YAML or JSON: {reason}.", "Correct the line; indent with spaces, never with tabs, and quote texts that hold a colon or a hash.");

    public static Finding DuplicateKey(FileLocation place, string key, FileLocation first) => Of(
        DuplicateKeyCode, place, key, $"The key '{key}' is there twice; the first one is in line {first.Line}.", "Keep one of the two.");

    public static Finding Refused(FileLocation place, string what) => Of(
        RefusedCode, place, null, $"Anchors, aliases and tags are not read, and this is {what}.", "Write the value out in full; put a text that starts with & * or ! in quotes.");

    public static Finding TooLarge(FileLocation place, int most) => Of(
        TooLargeCode, place, null, $"The file is larger than {most / 1024} KiB.", "Take out what does not belong here; long lists have files of their own.");

    public static Finding TooDeep(FileLocation place, int most) => Of(
        TooDeepCode, place, null, $"The nesting is deeper than {most} levels.", "Nothing needs that many levels; check the indentation.");

    public static Finding SeveralDocuments(FileLocation place) => Of(
        SeveralDocumentsCode, place, null, "A second document starts here; the file must hold one.", "Remove the line '---' and what follows it.");

    public static Finding Empty(FileLocation place) => Of(
        EmptyCode, place, null, "The file holds nothing.", "Start from the sample that comes with Bridge.");

    public static Finding KeyIsNoText(FileLocation place) => Of(
        KeyIsNoTextCode, place, null, "A key must be a text.", "Write it as one word, or in quotes.");

    public static Finding Of(string code, FileLocation place, string? value, string message, string remedy) => new()
    {
        Code = code,
        Severity = Severity.Blocking,
        Place = place.ToString(),
        Value = value is { Length: > 80 } ? value[..80] + "..." : value,
        Message = message,
        Remedy = remedy,
    };
}
