using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Matching;

/// <summary>Problems of the overrides file.</summary>
internal static class MatchingFindings
{
    public static readonly FindingDefinition HeaderUnknown = new(
        "BRG-MATCH-001", "OverridesHeaderKnown", Severity.Blocking, "The overrides file has not the columns that it needs.", "Start it with the line source,target,note; the column note is optional.");

    public static readonly FindingDefinition RowIncomplete = new(
        "BRG-MATCH-002", "OverridesRowComplete", Severity.Blocking, "A row of the overrides file lacks its source or its decision.", "Write the source id, then the target id, new or skip.");

    public static readonly FindingDefinition SourceTwice = new(
        "BRG-MATCH-003", "OverridesSourceOnce", Severity.Blocking, "The overrides file decides twice about one source partner.", "Keep one of the two rows.");

    public static readonly FindingDefinition TargetTwice = new(
        "BRG-MATCH-004", "OverridesTargetOnce", Severity.Blocking, "The overrides file gives one target partner to several source partners.", "Decide which one it is; write new or skip for the others.");

    public static readonly FindingDefinition TargetUnknown = new(
        "BRG-MATCH-005", "OverridesTargetExists", Severity.Blocking, "The overrides file names a target partner that is not on the target.", "Correct the id, or extract the target again.");

    public static readonly FindingDefinition SourceUnknown = new(
        "BRG-MATCH-006", "OverridesSourceInScope", Severity.Warning, "The overrides file decides about a partner that does not move.", "Check the id; take the row out if the partner is out of scope.");

    public static readonly FindingDefinition Unreadable = new(
        "BRG-MATCH-007", "OverridesReadable", Severity.Blocking, "The overrides file cannot be read as a table.", "Save it as CSV in UTF-8 with a comma or semicolon between the columns.");

    public static IReadOnlyList<FindingDefinition> All { get; } =
        [HeaderUnknown, RowIncomplete, SourceTwice, TargetTwice, TargetUnknown, SourceUnknown, Unreadable];
}
