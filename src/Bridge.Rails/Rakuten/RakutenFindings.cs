using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Rails.Rakuten;

/// <summary>Findings of this connector alone; those of reading files are the tables'. Codes are stable and listed in the README of the folder.</summary>
internal static class RakutenFindings
{
    public static Finding Joined(EntityKind entity, string file, string what) => new()
    {
        Code = "BRG-RKT-013",
        Severity = Severity.Note,
        Entity = entity,
        Place = file,
        Message = $"Rows that were joined to other records: {what}.",
        Remedy = "Nothing to do; compare with the file if a number surprises.",
    };
}
