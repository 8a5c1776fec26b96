using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.House;

/// <summary>Findings of the house format beside those of tables; codes are stable and listed in the README of the folder.</summary>
internal static class HouseFindings
{
    /// <summary>What became of the rows that make contracts together.</summary>
    public static Finding Terms(string what) => new()
    {
        Code = "BRG-HSE-013",
        Severity = Severity.Note,
        Entity = EntityKind.Contract,
        Message = $"Rows of the contract lists: {what}.",
        Remedy = "Nothing to do; compare with the files if a number surprises.",
    };

    /// <summary>A contract that does not move because its rows do not say what it pays.</summary>
    public static Finding Incomplete(string contract, string place, string reason) => TableFindings.Row(
        "BRG-HSE-020",
        Severity.Excluding,
        EntityKind.Contract,
        place,
        contract,
        $"The terms of contract {contract} are incomplete: {reason}.",
        "Correct the rows of this contract, then extract again.",
        contract);
}
