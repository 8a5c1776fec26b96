using Bridge.Engine.Snapshots.Segments;
using Bridge.Model.Programs;

namespace Bridge.Engine.Extraction;

/// <summary>Whether an interrupted extraction may go on: only into the snapshot of the same program, read in the same way.</summary>
internal static class ResumeRule
{
    /// <returns>Why not, or null.</returns>
    public static string? Objection(ExtractionCheckpoint found, RailReaders readers, ExtractionRequest request, Program program)
    {
        var origin = found.Origin;
        if (request.StartAnew)
        {
            return "a new start was asked for";
        }

        if (origin.Connection != readers.Connection || origin.Rail != readers.Descriptor.Id)
        {
            return "it is of another connection";
        }

        if (origin.ConnectorVersion != readers.Descriptor.ConnectorVersion)
        {
            return "another version of the connector read it";
        }

        if (origin.Program.Id != program.Id || origin.Program.AccountId != program.AccountId)
        {
            return "the connection now leads to another program";
        }

        if (found.Conversions != request.Conversions || found.From != request.From || found.Until != request.Until)
        {
            return "another scope was asked for";
        }

        return found.Entities.Any(entity => entity.SchemaVersion != RecordShapes.Of(entity.Entity).SchemaVersion)
            ? "its records have another layout"
            : null;
    }
}
