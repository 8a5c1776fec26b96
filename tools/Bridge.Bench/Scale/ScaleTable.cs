using System.Globalization;

namespace Bridge.Bench.Scale;

/// <summary>The figures for people.</summary>
internal static class ScaleTable
{
    /// <summary>One size.</summary>
    public static void Write(SizeResult size)
    {
        var pack = size.Pack;
        Line($"{pack.Partners:N0} partners, {pack.Contracts:N0} contracts, {pack.Links:N0} links, {pack.Codes:N0} codes; the target holds {size.Held:N0} of the partners");
        Line($"  {"stage",-14} {"seconds",9} {"records",11} {"records/s",11} {"peak MiB",9}");
        foreach (var stage in size.Run.Stages)
        {
            Line($"  {Word(stage.Name),-14} {stage.Seconds,9:N2} {stage.Records,11:N0} {stage.RecordsPerSecond,11:N0} {stage.PeakMiB,9:N1}");
        }

        var seconds = size.Run.Stages.Sum(stage => stage.Seconds);
        Line($"  {"whole dry run",-14} {seconds,9:N2} {"",11} {"",11} {size.Run.PeakMiB,9:N1}");
        Line($"  {size.Run.ProcessorSeconds:N1} s of processor time; {size.Run.StartMiB:N1} MiB before the first stage");
        Line($"  plan {size.Run.PlanHash}, {size.Run.PlanSteps:N0} steps");
        Line($"  {size.Calls:N0} requests to the target, {size.Changes:N0} changes there; the usual limit of 1,000 requests an hour adds {size.SecondsAtUsualLimit:N0} s to that");
        if (size.Folder is not null)
        {
            Line($"  files: {size.Folder}");
        }

        Console.WriteLine();
    }

    /// <summary>What follows from all sizes.</summary>
    public static void Write(ScaleResult result)
    {
        Line($"{result.Cores} cores, {result.MemoryMiB:N0} MiB of memory; {result.System}; seed {result.Seed}");
        Line($"Pacing: the simulated account is granted {result.RequestsPerHour:N0} requests an hour and its clock runs at real speed, so no figure waits for a rate limit.");
        if (result.GrowthMiB is { } growth)
        {
            Line($"Peak memory from {result.Sizes[0].Pack.Partners:N0} to {result.Sizes[^1].Pack.Partners:N0} partners: {growth:+#,0.0;-#,0.0} MiB, {(growth < result.LimitMiB ? "under" : "NOT under")} the limit of {result.LimitMiB:N0} MiB.");
        }

        if (result.Sizes.Any(size => size.Changes > 0))
        {
            Line($"THE DRY RUN CHANGED THE TARGET.");
        }
    }

    private static string Word(string stage) => stage switch
    {
        "extractSource" => "extract source",
        "extractTarget" => "extract target",
        _ => stage,
    };

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
