using System.Text;

namespace Bridge.EndToEnd.Tests.Kills;

/// <summary>One byte between approve and apply: nothing is sent.</summary>
[Collection(ProcessCollection.Name)]
public sealed class TamperTests
{
    private const int Publishers = 20;
    private const int Speed = 60;

    [Fact]
    public async Task One_changed_byte_of_plan_or_approval_stops_apply_before_its_first_call()
    {
        await using var lab = await ProcessLab.StartAsync(Publishers, Speed);
        var plan = lab.PlanFile(await lab.ApproveAsync());
        var state = Path.Combine(lab.Folder, ".bridge", "run.db");
        var size = new FileInfo(plan).Length;

        var inPlan = new List<ProcessResult>();
        foreach (var at in new[] { 40, size / 2, size - 40 })
        {
            inPlan.Add(await WithByteAsync(plan, at, () => lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json")));
        }

        var inApproval = new List<ProcessResult>();
        foreach (var text in new[] { "\"approver\":\"Maria\",\"approverVerified\"", "\"approver\":\"Maria\",\"expires\"" })
        {
            inApproval.Add(await WithByteAsync(state, Find(state, text) + 12, () => lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json")));
        }

        var calls = lab.Truth.Count();
        var untouched = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");

        foreach (var refused in inPlan)
        {
            refused.ExitCode.Should().Be(1, refused.Told);
            ((string)refused.Json["error"]!).Should().Be("plan");
            ((string)refused.Json["problems"]![0]!["message"]!).Should().Contain("was changed after it was written").And.Contain("Nothing was sent");
        }

        // The approval itself, and the record of it in the journal.
        foreach (var refused in inApproval)
        {
            refused.ExitCode.Should().Be(1, refused.Told);
            ((string)refused.Json["error"]!).Should().Be("store");
            ((string)refused.Json["problems"]![0]!["message"]!).Should().Contain("run.db").And.Contain("changed").And.Contain("Restore the file from a backup");
        }

        calls.Should().Be(0);
        untouched.ExitCode.Should().Be(5, untouched.Told);
        lab.Truth.Count().Should().BePositive();
    }

    /// <summary>Changes one bit of one byte, does something, and puts the byte back.</summary>
    private static async Task<ProcessResult> WithByteAsync(string path, long at, Func<Task<ProcessResult>> act)
    {
        Flip(path, at);
        try
        {
            return await act();
        }
        finally
        {
            Flip(path, at);
        }
    }

    private static void Flip(string path, long at)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = at;
        var value = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)(value ^ 1));
    }

    private static long Find(string path, string text)
    {
        var at = File.ReadAllBytes(path).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text));
        at.Should().BePositive($"the approval rests in {path}");
        return at;
    }
}
