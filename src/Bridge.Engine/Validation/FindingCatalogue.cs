using System.Collections.Frozen;
using Bridge.Engine.Approval;
using Bridge.Engine.Mapping;
using Bridge.Engine.Mapping.Profiles.Rules;
using Bridge.Engine.Matching;
using Bridge.Engine.Privacy;

namespace Bridge.Engine.Validation;

/// <summary>Every finding that mapping, matching and validation can report: for documents and machine-readable output.</summary>
public static class FindingCatalogue
{
    /// <summary>All entries, by code.</summary>
    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        .. RuleScan.Find<IMigrationRule>().Select(rule => rule.Definition)
            .Concat(ProfileRules.All.Select(rule => rule.Definition))
            .Concat(MappingFindings.All)
            .Concat(MatchingFindings.All)
            .Concat(CrossRecordRules.Definitions)
            .Concat(GateCheck.Definitions)
            .Concat(FileFindings.All)
            .Concat(AuthorityFindings.All)
            .Concat(PrivacyFindings.All)
            .OrderBy(definition => definition.Code, StringComparer.Ordinal),
    ];

    private static readonly FrozenDictionary<string, FindingDefinition> ByCode =
        All.ToFrozenDictionary(definition => definition.Code, StringComparer.Ordinal);

    /// <summary>True when a code is one of these; connectors and snapshots have codes of their own.</summary>
    internal static bool Knows(string code) => ByCode.ContainsKey(code);

    /// <summary>The entry of a code.</summary>
    /// <exception cref="KeyNotFoundException">No rule has that code.</exception>
    public static FindingDefinition Of(string code) =>
        ByCode.TryGetValue(code, out var definition) ? definition : throw new KeyNotFoundException($"No finding has the code '{code}'.");
}
