namespace Bridge.Bench;

/// <summary>What the program can do, in words.</summary>
internal static class Usage
{
    /// <summary>The benchmarks, one a line.</summary>
    public static int List()
    {
        Console.WriteLine("scale   dry run of a generated program: memory and records per second at several sizes");
        Console.WriteLine("stage   one stage of a dry run by itself, on a folder that 'scale --keep' left");
        return 0;
    }

    /// <summary>Help for everything.</summary>
    public static int Help()
    {
        Console.WriteLine("""
            Bridge.Bench: figures of the product, measured on the product.

            Usage:
              bench list
              bench scale [--partners <n>,<n>...] [--seed <n>] [--folder <folder>] [--json] [--keep]
              bench stage <kept folder> extractSource|plan|report

            scale: a Rakuten export pack of each size (three links for each partner) is moved in a dry run to a simulated
            impact.com that holds 30 % of the partners: extract both sides, plan, write the reports. Each size runs in a process
            of its own, data and simulated rail in another. Exit code 1 when the peak memory of the largest size is 64 MiB or
            more above that of the smallest, or when a run fails.

              --partners   Sizes, ascending (default 10000,100000).
              --seed       Seed of all data (default 7).
              --folder     Where to work (default: the temporary folder); removed again unless --keep.
              --json       One JSON object on the standard output instead of tables.
              --keep       Keep packs, snapshots, plans and reports, and say where they are.

            Examples:
              dotnet run -c Release --project tools/Bridge.Bench -- scale
              dotnet run -c Release --project tools/Bridge.Bench -- scale --partners 1000,10000 --json
              dotnet run -c Release --project tools/Bridge.Bench -- scale --partners 100000 --keep
              dotnet run -c Release --project tools/Bridge.Bench -- stage /tmp/bridge-bench-4711-100000 plan
            """);
        return 0;
    }

    /// <summary>Names what was not understood.</summary>
    public static int Unknown(string word)
    {
        Console.Error.WriteLine($"There is no benchmark '{word}'. 'bench list' names them, 'bench --help' says how to run them.");
        return 1;
    }
}
