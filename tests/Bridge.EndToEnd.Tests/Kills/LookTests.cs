namespace Bridge.EndToEnd.Tests.Kills;

/// <summary>Looking at a run that another process works on.</summary>
[Collection(ProcessCollection.Name)]
public sealed class LookTests
{
    [Fact]
    public async Task Status_and_tasks_answer_at_any_moment_of_an_apply()
    {
        await using var lab = await ProcessLab.StartAsync(publishers: 20, speed: 1800);
        await lab.ApproveAsync();
        lab.StartPeople();
        var apply = lab.Start("apply", "latest", "--program-name", lab.ProgramName, "--wait", "--json");
        var looks = new List<ProcessResult>();

        while (!apply.HasExited)
        {
            looks.AddRange(await Task.WhenAll(lab.RunAsync("status", "--json"), lab.RunAsync("tasks", "--json")));
        }

        var end = await apply.EndAsync();
        end.ExitCode.Should().Be(0, end.Told);
        looks.Should().NotBeEmpty();
        foreach (var look in looks)
        {
            look.ExitCode.Should().Be(0, look.Told);
            look.Json.Should().NotBeEmpty(look.Told);
        }
    }
}
