using System.Globalization;
using System.Runtime.CompilerServices;
using Bridge.Cli.Output;
using Bridge.Engine.Migrations;
using Bridge.Engine.Planning;
using Bridge.Hosting.Reports;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Cli.Inspection;

/// <summary>Looks whether both connections of a migration can do their work.</summary>
/// <param name="pipeline">The migration.</param>
internal sealed class Doctor(MigrationPipeline pipeline)
{
    /// <summary>Looks at both sides; problems are results.</summary>
    public async Task<IReadOnlyList<DoctorSide>> LookAsync(CancellationToken cancellationToken)
    {
        var definition = pipeline.Host.Definition;
        return
        [
            await LookAsync(definition.Source, "source", cancellationToken),
            await LookAsync(definition.Target, "target", cancellationToken),
        ];
    }

    private async Task<DoctorSide> LookAsync(string name, string role, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        await using var rail = pipeline.Connections.TryOpen(name, gate: null, findings);
        var checks = findings.Select(finding => new ConnectionCheck("settings", finding.Place ?? name, finding)).ToList();
        if (checks.Count == 0)
        {
            checks.Add(new ConnectionCheck("settings", "complete"));
        }

        if (rail is not null && findings.TrueForAll(finding => finding.Severity != Severity.Blocking))
        {
            await foreach (var check in CheckAsync(rail, cancellationToken))
            {
                checks.Add(check);
            }
        }

        var side = new DoctorSide(name, role, pipeline.Host.Definition.Connections[name].Rail, rail?.Describe() ?? "", checks);
        if (rail?.Port<ICredentialScopes>() is not { } port || findings.Exists(finding => finding.Severity == Severity.Blocking))
        {
            return side;
        }

        var (writes, purpose) = role == "target" ? await WritesAsync(rail.Descriptor, cancellationToken) : ([], "reading");
        return side with { Scopes = await port.ReadScopesAsync(writes, cancellationToken).ToListAsync(cancellationToken), ScopesFor = purpose };
    }

    /// <summary>The writes of the newest plan; of the whole route, rollback included, when there is none yet.</summary>
    private async Task<(IReadOnlyCollection<WriteOperation> Writes, string Purpose)> WritesAsync(RailDescriptor target, CancellationToken cancellationToken)
    {
        if (LatestPlan.Read(pipeline.Host.Definition.Folder) is { } hash)
        {
            try
            {
                var plan = await pipeline.OpenPlanAsync(hash, cancellationToken);
                return (await StepVerbs.NeededAsync(plan, target, cancellationToken), $"plan {hash[..12]}");
            }
            catch (PlanUnusableException)
            {
                // A plan that is gone or changed says nothing about scopes; what it was is told by 'bridge show plan'.
            }
        }

        return ([.. target.Capabilities.Operations.Where(operation => operation.Channel == StepChannel.Api)], "the whole route, rollback included, since there is no plan yet");
    }

    private static async IAsyncEnumerable<ConnectionCheck> CheckAsync(IRail rail, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (rail.Port<IConnectionCheck>() is { } port)
        {
            await foreach (var check in port.CheckAsync(cancellationToken))
            {
                yield return check;
            }
        }

        foreach (var budget in rail.RateBudget?.Budgets() ?? [])
        {
            yield return new ConnectionCheck("rate budget", string.Create(
                CultureInfo.InvariantCulture,
                $"{budget.Limit}: {budget.Used:N0} of {budget.Allowed:N0} calls per {RateText.Of(budget.Window)} used (the account may make {budget.AccountLimit:N0})"));
        }
    }
}
