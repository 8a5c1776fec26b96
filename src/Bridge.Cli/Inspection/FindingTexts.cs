using Bridge.Engine.Questions;
using Bridge.Engine.Validation;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Cli.Inspection;

/// <summary>Every finding that can be looked up: those of plans, and those of table files.</summary>
internal static class FindingTexts
{
    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        .. FindingCatalogue.All
            .Concat(QuestionFindings.All)
            .Concat(TableFindingCodes.All.Select(code => new FindingDefinition(code.Code, code.Name, code.Severity, code.Meaning, code.Remedy)))
            .OrderBy(definition => definition.Code, StringComparer.Ordinal),
    ];
}
