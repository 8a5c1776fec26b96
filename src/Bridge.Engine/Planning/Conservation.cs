using Bridge.Engine.Snapshots;
using Bridge.Model.Identity;

namespace Bridge.Engine.Planning;

/// <summary>
/// The conservation rule: extracted = created + updated + unchanged + adopted + skipped + blocked + manual, and what the plan
/// took up = what the snapshot holds.
/// </summary>
public static class Conservation
{
    /// <summary>Checks every entity.</summary>
    /// <exception cref="ConservationException">A sum does not balance.</exception>
    public static void Check(IEnumerable<EntityTotals> entities, SnapshotManifest source)
    {
        foreach (var totals in entities)
        {
            var stored = source.Of(totals.Entity)?.Records ?? 0;
            if (totals.Extracted != stored)
            {
                throw new ConservationException($"{EntityNames.Of(totals.Entity)}: the snapshot holds {stored} records, the plan took up {totals.Extracted}.");
            }

            if (!totals.Balanced())
            {
                throw new ConservationException(
                    $"{EntityNames.Of(totals.Entity)}: {totals.Extracted} extracted, but {totals.Created} created + {totals.Updated} updated + {totals.Unchanged} unchanged + " +
                    $"{totals.Adopted} adopted + {totals.Skipped} skipped + {totals.Blocked} blocked + {totals.Manual} manual.");
            }
        }
    }
}
