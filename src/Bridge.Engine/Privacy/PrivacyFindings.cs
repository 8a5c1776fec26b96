using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Privacy;

/// <summary>What can be wrong with what people say about mails.</summary>
internal static class PrivacyFindings
{
    public static readonly FindingDefinition OptOutReadable = new(
        "BRG-MAIL-001",
        nameof(OptOutReadable),
        Severity.Blocking,
        "The list of those who want no mail cannot be read.",
        "Save it as CSV in UTF-8 whose first column 'who' holds a partner's id on the source or an e-mail address in every line.");

    public static IReadOnlyList<FindingDefinition> All { get; } = [OptOutReadable];
}
