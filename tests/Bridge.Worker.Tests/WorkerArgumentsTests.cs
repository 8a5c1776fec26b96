namespace Bridge.Worker.Tests;

/// <summary>What may be typed.</summary>
public sealed class WorkerArgumentsTests : IDisposable
{
    private readonly WorkerRoot root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void The_folder_is_the_argument_else_the_variable_else_the_current_one()
    {
        var other = Directory.CreateDirectory(root.PathOf("other")).FullName;

        Parse(_ => root.Folder, other).Settings!.Root.Should().Be(other);
        Parse(_ => other).Settings!.Root.Should().Be(other);
        Parse(_ => null).Settings!.Root.Should().Be(root.Folder);
        Parse(_ => null, "other/").Settings!.Root.Should().Be(other);
    }

    [Theory]
    [InlineData("--jobs")]
    [InlineData("--jobs", "0")]
    [InlineData("--jobs", "many")]
    [InlineData("--jobs", "1001")]
    [InlineData("--job", "3")]
    [InlineData("no-such-folder")]
    [InlineData(".", ".")]
    public void What_cannot_be_understood_is_said_with_the_remedy(params string[] arguments)
    {
        var parsed = Parse(_ => null, arguments);

        parsed.Settings.Should().BeNull();
        parsed.Problem.Should().EndWith("'Bridge.Worker --help' shows how it is written.");
    }

    [Fact]
    public void The_number_of_jobs_is_taken()
    {
        Parse(_ => null, "--jobs", "3").Settings!.Jobs.Should().Be(3);
    }

    [Fact]
    public async Task Help_goes_to_the_output_and_a_problem_to_the_error_stream()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var helped = await WorkerProgram.RunAsync(["--help"], output, error);
        var refused = await WorkerProgram.RunAsync(["--nonsense"], TextWriter.Null, error);
        var empty = await WorkerProgram.RunAsync([root.Folder], TextWriter.Null, error);

        helped.Should().Be(0);
        output.ToString().Should().Contain("Exit codes:").And.Contain("BRIDGE_MIGRATIONS").And.Contain("--jobs <number>");
        refused.Should().Be(1);
        empty.Should().Be(1);
        error.ToString().Should().Contain("There is no option '--nonsense'.").And.Contain("There is no bridge.yaml in");
    }

    private WorkerArguments Parse(Func<string, string?> environment, params string[] arguments) => WorkerArguments.Parse(arguments, environment, root.Folder);
}
