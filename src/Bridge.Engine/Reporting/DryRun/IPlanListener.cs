using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Changes;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>Hears every line of a plan while a report is made of it: reading a plan is most of the work, so what else is to be written of it listens.</summary>
public interface IPlanListener
{
    /// <summary>Takes the next line.</summary>
    /// <param name="line">Line.</param>
    /// <param name="change">The line as a reviewer sees it; null when it is about no record.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    Task HearAsync(PlanLine line, RecordChange? change, CancellationToken cancellationToken);
}
