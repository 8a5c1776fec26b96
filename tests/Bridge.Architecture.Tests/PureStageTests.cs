namespace Bridge.Architecture.Tests;

/// <summary>The stages between two artifacts are pure: same input, same output, on any machine.</summary>
public sealed class PureStageTests
{
    private static readonly string[] Stages = ["Mapping", "Matching", "Validation", "Planning", "Parity"];

    private static readonly string[] BannedSpaces = ["System.Net.", "Microsoft.Extensions.Logging.", "System.Threading.Tasks.Dataflow.", "System.Diagnostics."];

    private static readonly string[] BannedTypes =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.Random", "System.TimeProvider", "System.Console", "System.Threading.Thread",
        "System.Security.Cryptography.RandomNumberGenerator", "Bridge.Rails.Abstractions.IIdSource",
    ];

    private static readonly (string Type, string Member)[] BannedMembers =
    [
        ("System.DateTime", "get_Now"), ("System.DateTime", "get_UtcNow"), ("System.DateTime", "get_Today"),
        ("System.DateTimeOffset", "get_Now"), ("System.DateTimeOffset", "get_UtcNow"),
        ("System.Environment", "GetEnvironmentVariable"), ("System.Environment", "get_MachineName"), ("System.Environment", "get_TickCount64"), ("System.Environment", "get_ProcessorCount"),
        ("System.Guid", "NewGuid"), ("System.Guid", "CreateVersion7"), ("System.Threading.Tasks.Task", "Delay"),
    ];

    [Fact]
    public void Pure_stages_touch_no_file_network_clock_chance_or_log()
    {
        using var engine = Assemblies.Open("Bridge.Engine");
        var uses = CodeUse.In(engine).Where(use => Stages.Any(stage => use.User.StartsWith($"Bridge.Engine.{stage}.", StringComparison.Ordinal))).ToList();

        uses.Should().HaveCountGreaterThan(500, "the stages are there and were read");
        uses.Where(IsImpure).Select(use => use.ToString()).Should().BeEmpty();
    }

    private static bool IsImpure(CodeUse use) =>
        BannedTypes.Contains(use.Used)
        || BannedMembers.Contains((use.Used, use.Member))
        || (BannedSpaces.Any(space => use.Used.StartsWith(space, StringComparison.Ordinal)) && !IsCompilerWord(use.Used));

    private static bool IsCompilerWord(string type) =>
        type is "System.Diagnostics.UnreachableException" or "System.Net.WebUtility" or "System.Diagnostics.CodeAnalysis.SuppressMessageAttribute"
        || type.StartsWith("System.Diagnostics.CodeAnalysis.", StringComparison.Ordinal);
}
