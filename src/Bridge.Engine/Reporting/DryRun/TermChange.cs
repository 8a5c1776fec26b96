using Bridge.Engine.Planning;
using Bridge.Model.Collections;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>A partner who is paid something else after the apply than now on the target.</summary>
public sealed record TermChange
{
    /// <summary>The contract and its partner.</summary>
    public required RecordName Contract { get; init; }

    /// <summary>What changes, before and after.</summary>
    public required ValueList<FieldDifference> Changes { get; init; }
}
