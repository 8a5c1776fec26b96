using System.CommandLine;
using System.CommandLine.Invocation;

namespace Bridge.Cli;

/// <summary>The usual help, followed by examples and by the way to the exit codes.</summary>
/// <param name="usual">The usual help.</param>
/// <param name="examples">Examples by command.</param>
internal sealed class ExamplesHelp(SynchronousCommandLineAction usual, IReadOnlyDictionary<Command, IReadOnlyList<string>> examples) : SynchronousCommandLineAction
{
    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (examples.TryGetValue(parseResult.CommandResult.Command, out var lines))
        {
            output.WriteLine("Examples:");
            foreach (var line in lines)
            {
                output.WriteLine("  " + line);
            }

            output.WriteLine();
        }

        output.WriteLine("Exit codes: 0 done, 1 failed, 2 findings block or verify differs, 3 approval missing, 4 plan stale, 5 waiting on people.");
        return result;
    }
}
