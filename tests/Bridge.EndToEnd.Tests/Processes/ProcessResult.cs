using System.Text.Json.Nodes;

namespace Bridge.EndToEnd.Tests.Processes;

/// <summary>How one call of the command line ended.</summary>
internal sealed record ProcessResult(string Command, int ExitCode, string Output, string Error)
{
    /// <summary>The one JSON object of <c>--json</c>.</summary>
    public JsonObject Json => JsonNode.Parse(Output)!.AsObject();

    /// <summary>Everything that it said, for the message of a failed assertion.</summary>
    public string Told => $"'{Command}' ended with {ExitCode}.\nerror stream:\n{Error}\noutput:\n{Output}".Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
