using System.Text.Json.Nodes;

namespace Bridge.Cli.Tests;

/// <summary>What one call of the command line gave.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    /// <summary>The one JSON object of <c>--json</c>.</summary>
    public JsonObject Json => JsonNode.Parse(Output)!.AsObject();

    /// <summary>The first problem of a failed call with <c>--json</c>.</summary>
    public JsonObject Problem => Json["problems"]![0]!.AsObject();
}
