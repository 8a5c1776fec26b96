using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Migrations;

/// <summary>Looks, before a plan is made, whether the files that it would hand out can be written onto the portal's own templates.</summary>
/// <param name="host">Host.</param>
/// <param name="connections">Connections.</param>
internal sealed class PackTemplateCheck(MigrationHost host, RailConnections connections)
{
    /// <exception cref="MigrationInvalidException">A template is not there, or asks for a column that Bridge does not know; every header is named.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        // A connection that cannot be opened is a matter of the stages that need it.
        await using var target = connections.TryOpen(host.Definition.Target, gate: null, []);
        if (target?.Port<IFilePackFormat>() is not { } format)
        {
            return;
        }

        var problems = new List<Finding>();
        foreach (var entry in target.Descriptor.Capabilities.PartnerEntries.Where(entry => format.ToolFor(entry) is not null))
        {
            problems.AddRange((await format.ColumnsAsync(entry, cancellationToken)).Problems.Where(problem => problem.Severity == Severity.Blocking));
        }

        if (problems.Count > 0)
        {
            throw new MigrationInvalidException(problems);
        }
    }
}
