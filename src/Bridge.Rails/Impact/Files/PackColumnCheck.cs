using System.Runtime.CompilerServices;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Impact.Files;

/// <summary>Says which template each import file is written onto, and what does not match.</summary>
internal static class PackColumnCheck
{
    public static async IAsyncEnumerable<ConnectionCheck> RunAsync(IFilePackFormat packs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in new[] { PartnerEntry.ProspectFile, PartnerEntry.ImportFile })
        {
            var name = $"{packs.ToolFor(entry)} file";
            var columns = await packs.ColumnsAsync(entry, cancellationToken);
            if (columns.Problems.Count == 0)
            {
                yield return new ConnectionCheck(name, $"{(columns.Template is null ? "Built-in columns. " : "")}{string.Join(" ", columns.Notes())}");
            }

            foreach (var problem in columns.Problems)
            {
                yield return new ConnectionCheck(name, problem.Place ?? "", problem);
            }
        }
    }
}
