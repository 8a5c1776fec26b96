namespace Bridge.Hosting.Reports;

/// <summary>A note in the migration's folder of the plan that was made last, so that people can say <c>latest</c>. No result depends on it.</summary>
public static class LatestPlan
{
    /// <summary>The note, or null when there is none.</summary>
    public static string? Read(string folder)
    {
        var path = PathOf(folder);
        return File.Exists(path) ? File.ReadAllText(path).Trim() : null;
    }

    /// <summary>Writes the note.</summary>
    public static void Write(string folder, string hash)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(folder))!);
        File.WriteAllText(PathOf(folder), hash + "\n");
    }

    private static string PathOf(string folder) => Path.Combine(folder, "reports", "latest-plan");
}
