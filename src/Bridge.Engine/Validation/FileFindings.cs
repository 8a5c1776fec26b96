using Bridge.Engine.Yaml;
using Bridge.Model.Findings;

namespace Bridge.Engine.Validation;

/// <summary>Catalogue entries of what can be wrong with a settings file or profile.</summary>
internal static class FileFindings
{
    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        Of(YamlFindings.SyntaxCode, "SyntaxValid", "A file is not valid YAML or JSON.", "Correct the line that is named."),
        Of(YamlFindings.DuplicateKeyCode, "KeyOnce", "A key is there twice.", "Keep one of the two."),
        Of(YamlFindings.RefusedCode, "PlainYaml", "A file uses anchors, aliases or tags.", "Write the value out in full."),
        Of(YamlFindings.TooLargeCode, "FileNotTooLarge", "A file is too large.", "Take out what does not belong into it."),
        Of(YamlFindings.TooDeepCode, "FileNotTooDeep", "A file is nested too deeply.", "Check the indentation."),
        Of(YamlFindings.SeveralDocumentsCode, "OneDocument", "A file holds several documents.", "Remove the line '---' and what follows it."),
        Of(YamlFindings.EmptyCode, "FileNotEmpty", "A file holds nothing.", "Start from the sample that comes with Bridge."),
        Of(YamlFindings.KeyIsNoTextCode, "KeyIsText", "A key is no text.", "Write it as one word, or in quotes."),
        Of(YamlFindings.UnknownKeyCode, "KeyKnown", "A key is not known.", "Correct its spelling, or take it out."),
        Of(YamlFindings.MissingKeyCode, "KeyPresent", "A key is missing.", "Add it."),
        Of(YamlFindings.WrongTypeCode, "ValueHasType", "A value is of another type than its key wants.", "Write what the message asks for."),
        Of(YamlFindings.NotAChoiceCode, "ValueIsChoice", "A value is none of the words that its key takes.", "Choose one of the words that are named."),
        Of(YamlFindings.OutOfBoundsCode, "ValueInBounds", "A number is out of bounds.", "Choose one inside the bounds that are named."),
        Of(YamlFindings.WrongFormCode, "ValueHasForm", "A value has another form than its key wants.", "Write it as the message shows."),
    ];

    private static FindingDefinition Of(string code, string name, string meaning, string remedy) => new(code, name, Severity.Blocking, meaning, remedy);
}
