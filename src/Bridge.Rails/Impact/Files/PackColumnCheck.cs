using System.Runtime.CompilerServices;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Impact.Files;

/// <summary>Says which template each import file is written onto, and what does not match.</summary>
internal static class PackColumnCheck
{
    public static async IAsyncEnumerable<ConnectionCheck> RunAsync(IFilePackFormat packs, string connection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in new[] { PartnerEntry.ProspectFile, PartnerEntry.ImportFile })
        {
            var name = $"{packs.ToolFor(entry)} file";
            var columns = await packs.ColumnsAsync(entry, cancellationToken);
            if (columns.Problems.Count == 0)
            {
                yield return new ConnectionCheck(name, columns.Template is null ? "built-in columns" : string.Join(" ", columns.Notes()), columns.Template is null ? Unconfirmed(columns, connection) : null);
            }

            foreach (var problem in columns.Problems)
            {
                yield return new ConnectionCheck(name, problem.Place ?? "", problem);
            }
        }
    }

    private static Finding Unconfirmed(FilePackColumns columns, string connection) => new()
    {
        Code = "BRG-IMP-024",
        Severity = Severity.Note,
        Place = connection,
        Message = $"Unconfirmed column: {string.Join(", ", columns.Unconfirmed)}. impact.com publishes no list, so no source confirms these headers.",
        Remedy = "Download the tool's own template and name it in 'prospectTemplate' or 'importTemplate' of the connection.",
    };
}
