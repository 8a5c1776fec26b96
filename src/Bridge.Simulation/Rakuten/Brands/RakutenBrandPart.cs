namespace Bridge.Simulation.Rakuten.Brands;

/// <summary>The exports of one program of a brand.</summary>
/// <param name="Program">The program.</param>
/// <param name="Pack">Its files and their truth.</param>
public sealed record RakutenBrandPart(RakutenBrandProgram Program, RakutenPack Pack)
{
    /// <summary>Name of the sheet that says who holds which offer.</summary>
    public string AssignmentFile => Program.FileNames[DownloadNames.Assignments];
}
