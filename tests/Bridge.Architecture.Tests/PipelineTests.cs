using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Bridge.Architecture.Tests;

/// <summary>azure-pipelines.yml has the shape that Azure documents, names only files that exist, and asks before it applies.</summary>
public sealed partial class PipelineTests
{
    private static readonly string[] RootKeys = ["trigger", "pr", "parameters", "variables", "stages", "name", "schedules", "resources", "pool"];
    private static readonly string[] StageKeys = ["stage", "displayName", "dependsOn", "condition", "variables", "jobs", "pool"];
    private static readonly string[] JobKeys = ["job", "deployment", "displayName", "dependsOn", "condition", "pool", "environment", "timeoutInMinutes", "strategy", "steps", "variables", "workspace"];
    private static readonly string[] StepKinds = ["script", "bash", "task", "checkout", "publish", "download"];
    private static readonly string[] StepKeys = [.. StepKinds, "displayName", "name", "condition", "env", "inputs", "fetchDepth", "artifact", "timeoutInMinutes", "workingDirectory"];

    private static readonly YamlMappingNode Pipeline = Read();

    [Fact]
    public void Only_known_keys_stand_in_stages_jobs_and_steps()
    {
        Keys(Pipeline).Should().BeSubsetOf(RootKeys);
        Stages().SelectMany(Keys).Should().BeSubsetOf(StageKeys);
        Jobs().SelectMany(Keys).Should().BeSubsetOf(JobKeys);
        Steps().SelectMany(Keys).Should().BeSubsetOf(StepKeys);
        Steps().Where(step => Keys(step).Intersect(StepKinds).Count() != 1).Should().BeEmpty("a step is of one kind");
    }

    [Fact]
    public void Stages_and_jobs_have_names_that_Azure_takes_and_wait_only_for_what_is_there()
    {
        var stages = Stages().Select(stage => Text(stage, "stage")).ToList();
        var jobs = Jobs().Select(job => Text(job, "job") ?? Text(job, "deployment")).ToList();

        stages.Should().OnlyHaveUniqueItems().And.OnlyContain(name => name != null && Identifier().IsMatch(name));
        jobs.Should().OnlyHaveUniqueItems().And.OnlyContain(name => name != null && Identifier().IsMatch(name));
        Stages().SelectMany(stage => Values(stage, "dependsOn")).Should().BeSubsetOf(stages.OfType<string>());
        Stages().Select(stage => stage.Children.ContainsKey("jobs")).Should().OnlyContain(hasJobs => hasJobs);
    }

    [Fact]
    public void Every_task_names_its_major_version()
    {
        var tasks = Steps().Select(step => Text(step, "task")).OfType<string>().ToList();

        tasks.Should().NotBeEmpty().And.OnlyContain(task => TaskName().IsMatch(task));
    }

    [Fact]
    public void Every_file_that_a_script_names_exists_and_can_be_run()
    {
        var files = Scripts().SelectMany(script => RepositoryFile().Matches(script).Select(match => match.Value)).Distinct().ToList();

        files.Should().Contain(["./.ci/run", "Bridge.sln"]);
        files.Where(file => !File.Exists(Repository.PathOf(file))).Should().BeEmpty();
        foreach (var program in files.Where(file => file.StartsWith("./", StringComparison.Ordinal)))
        {
            MayBeRun(Repository.PathOf(program)).Should().BeTrue($"{program} is started by its name");
        }
    }

    [Fact]
    public void The_build_restores_locked_checks_the_format_builds_and_tests_in_this_order()
    {
        string[] wanted = ["restore Bridge.sln --locked-mode", "format Bridge.sln --verify-no-changes", "build Bridge.sln", ".ci/run"];

        var scripts = Scripts().ToList();
        var places = wanted.Select(command => scripts.FindIndex(script => script.Contains(command, StringComparison.Ordinal)));

        places.Should().NotContain(-1).And.BeInAscendingOrder();
    }

    [Fact]
    public void Both_programs_are_published_self_contained()
    {
        Steps().Select(step => Text(step, "artifact")).Should().Contain(["bridge-cli", "bridge-worker"]);
        Repository.Text("tools/publish.sh").Should().Contain("--self-contained").And.Contain("src/Bridge.Cli").And.Contain("src/Bridge.Worker");
    }

    [Fact]
    public void Nothing_is_applied_before_a_person_has_seen_the_dry_run()
    {
        var apply = Stages().Single(stage => Text(stage, "stage") == "Apply");
        var review = Stages().Single(stage => Text(stage, "stage") == "Review");

        Values(apply, "dependsOn").Should().Contain("Review");
        Values(review, "dependsOn").Should().Equal("DryRun");
        StepsOf(review).Select(step => Text(step, "task")).Should().Equal("ManualValidation@1");
        JobsOf(apply).Select(job => Text(job, "environment")).Should().OnlyContain(environment => environment != null, "the environment carries the approval check");
        JobsOf(review).Select(job => Text(job, "pool")).Should().Equal("server");
        StepsOf(Stages().Single(stage => Text(stage, "stage") == "DryRun")).Select(step => Text(step, "artifact")).Should().Contain("dry-run");
        Scripts().Where(script => script.Contains("apply", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().Contain("$(planHash)");
    }

    [Fact]
    public void Shell_scripts_stop_at_their_errors_and_parse()
    {
        var scripts = Repository.Files("tools", "*.sh").Append(".ci/run").ToList();

        scripts.Should().HaveCountGreaterThanOrEqualTo(3);
        scripts.Where(script => !Repository.Text(script).StartsWith("#!/usr/bin/env bash\n", StringComparison.Ordinal)).Should().BeEmpty();
        scripts.Where(script => Repository.Text(script).Contains('\r', StringComparison.Ordinal)).Should().BeEmpty();
        scripts.Where(script => script != ".ci/run" && !SetOptions().IsMatch(Repository.Text(script))).Should().BeEmpty();
    }

    private static bool MayBeRun(string file) => OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute);

    private static YamlMappingNode Read()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Repository.Text("azure-pipelines.yml")));
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    private static IEnumerable<YamlMappingNode> Stages() => Expand(Pipeline.Children["stages"]);

    private static IEnumerable<YamlMappingNode> Jobs() => Stages().SelectMany(JobsOf);

    private static IEnumerable<YamlMappingNode> Steps() => Stages().SelectMany(StepsOf);

    private static IEnumerable<string> Scripts() => Steps().Select(step => Text(step, "script")).OfType<string>();

    private static IEnumerable<YamlMappingNode> JobsOf(YamlMappingNode stage) => Expand(stage.Children["jobs"]);

    private static IEnumerable<YamlMappingNode> StepsOf(YamlMappingNode stage) =>
        JobsOf(stage).SelectMany(job => Expand(job.Children.TryGetValue("steps", out var steps) ? steps : job["strategy"]["runOnce"]["deploy"]["steps"]));

    /// <summary>The entries of a list; an entry whose only key is a template condition stands for the list below it.</summary>
    private static IEnumerable<YamlMappingNode> Expand(YamlNode list) =>
        ((YamlSequenceNode)list).Children.Cast<YamlMappingNode>()
            .SelectMany(entry => entry.Children.Count == 1 && Keys(entry).Single().StartsWith("${{ if ", StringComparison.Ordinal) ? Expand(entry.Children.Single().Value) : [entry]);

    private static IEnumerable<string> Keys(YamlMappingNode node) => node.Children.Keys.Select(key => ((YamlScalarNode)key).Value ?? string.Empty);

    private static string? Text(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? (value as YamlScalarNode)?.Value : null;

    private static IEnumerable<string> Values(YamlMappingNode node, string key) => !node.Children.TryGetValue(key, out var value)
        ? []
        : value is YamlSequenceNode list ? list.Children.Select(child => ((YamlScalarNode)child).Value!) : [((YamlScalarNode)value).Value!];

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex Identifier();

    [GeneratedRegex("^[A-Za-z]+@[0-9]+$")]
    private static partial Regex TaskName();

    [GeneratedRegex(@"(?<![\w/])(\./[\w./-]+|Bridge\.sln|src/[\w./-]+)")]
    private static partial Regex RepositoryFile();

    [GeneratedRegex("^set -e?uo pipefail$", RegexOptions.Multiline)]
    private static partial Regex SetOptions();
}
