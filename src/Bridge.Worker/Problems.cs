using Bridge.Engine.Approval;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Migrations;
using Bridge.Engine.Planning;
using Bridge.Engine.Snapshots;
using Bridge.Rails.Abstractions.Errors;
using Microsoft.Extensions.Logging;

namespace Bridge.Worker;

/// <summary>The one place where an error becomes a line of the log.</summary>
internal static class Problems
{
    /// <summary>Says what went wrong with a migration, all of it.</summary>
    public static void Tell(ILogger logger, string migration, string what, Exception error)
    {
        switch (error)
        {
            case RunStoreBusyException:
                Log.Busy(logger, migration, what, error.Message);
                break;
            case MigrationInvalidException invalid:
                foreach (var finding in invalid.Findings)
                {
                    Log.JobFailed(logger, migration, what, finding.ToString());
                }

                break;
            case ApprovalRefusedException or ExtractionFailedException or StoreFileException or ArtifactStoreException or RunStoreCorruptException or SnapshotCorruptException
                or EpochLostException or PlanUnusableException or ConservationException or SnapshotIntegrityException or RailException or IOException or UnauthorizedAccessException:
                Log.JobFailed(logger, migration, what, error.Message);
                break;
            default:
                Log.Defect(logger, migration, what, error.GetType().Name, error.Message);
                Log.DefectStack(logger, migration, error);
                break;
        }
    }
}
