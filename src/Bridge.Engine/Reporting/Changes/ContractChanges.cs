using System.Text.Json;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Wording;
using Bridge.Model.Contracts;
using Bridge.Model.Json;

namespace Bridge.Engine.Reporting.Changes;

/// <summary>
/// What changes in a contract, in words. Which fields differ is said by <see cref="ContractComparison"/>, the planner's own
/// judge, so that report and plan never disagree.
/// </summary>
public static class ContractChanges
{
    /// <summary>Fields of the contract on the target that change; every field when there is none yet.</summary>
    /// <param name="before">Contract that is replaced; null when there is none.</param>
    /// <param name="after">Terms as they should be.</param>
    public static IEnumerable<FieldDifference> Of(Contract? before, Contract after) => before is null
        ? ContractText.Lines(after).Select(line => new FieldDifference(line.Field, null, line.Text))
        : ContractComparison.Differences(after, before).Select(difference => InWords(difference, before, after));

    private static FieldDifference InWords(FieldDifference difference, Contract before, Contract after)
    {
        if (difference.Path.StartsWith("terms[", StringComparison.Ordinal))
        {
            var was = Term(difference.Before);
            var becomes = Term(difference.After);
            return new FieldDifference(TermText.KindOf((becomes ?? was)!), was is null ? null : TermText.Of(was), becomes is null ? null : TermText.Of(becomes));
        }

        var field = difference.Path switch
        {
            "windows.click" => "click window",
            "windows.view" => "view window",
            "locking" => "lock",
            "minimumPayout" => "minimum payout",
            var same => same,
        };
        return new FieldDifference(field, ContractText.Field(before, field), ContractText.Field(after, field));
    }

    private static CommissionTerm? Term(string? json) => json is null ? null : JsonSerializer.Deserialize(json, BridgeJson.Default.CommissionTerm);
}
