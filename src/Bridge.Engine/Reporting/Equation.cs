using System.Globalization;
using Bridge.Engine.Planning;

namespace Bridge.Engine.Reporting;

/// <summary>The two sums in words, for every report and message.</summary>
public static class Equation
{
    /// <summary>The conservation rule of one entity: <c>400 = 120 created + 8 updated + ...</c>, all seven parts always named.</summary>
    public static string Of(EntityTotals totals) => string.Create(
        CultureInfo.InvariantCulture,
        $"{totals.Extracted} {Sign(totals.Balanced())} {totals.Created} created + {totals.Updated} updated + {totals.Unchanged} unchanged + {totals.Adopted} adopted + {totals.Skipped} skipped + {totals.Blocked} blocked + {totals.Manual} manual");

    /// <summary>The sum of the steps: <c>900 = 650 done + 200 waiting + ...</c>.</summary>
    public static string Of(StepSums steps) => string.Create(
        CultureInfo.InvariantCulture,
        $"{steps.Planned} {Sign(steps.Balanced())} {steps.Done} done + {steps.Waiting} waiting + {steps.Declined} declined + {steps.Failed} failed + {steps.Unknown} unknown + {steps.Cancelled} cancelled + {steps.NotStarted} not started");

    private static string Sign(bool balanced) => balanced ? "=" : "is not";
}
