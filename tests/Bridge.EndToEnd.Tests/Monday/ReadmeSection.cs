using System.Globalization;
using System.Text.RegularExpressions;

namespace Bridge.EndToEnd.Tests.Monday;

/// <summary>The commands of one section of the README in the order of the text, with the places where the reader does something by hand.</summary>
internal static partial class ReadmeSection
{
    /// <summary>Reads a section.</summary>
    /// <param name="readme">Text of the README.</param>
    /// <param name="title">Title of the section.</param>
    public static IReadOnlyList<ReadmeLine> Read(string readme, string title)
    {
        var lines = readme.Split('\n').SkipWhile(line => line != $"## {title}").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).ToList();
        lines.Should().NotBeEmpty("the README has a section '{0}'", title);

        var read = new List<ReadmeLine>();
        var code = false;
        foreach (var line in lines.Select(line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                code = line == "```sh";
            }
            else if (PersonMark().Match(line) is { Success: true } person)
            {
                read.Add(new ReadmeLine.Person(person.Groups[1].Value));
            }
            else if (code && line.Length > 0 && line[0] != '#')
            {
                var parts = Comment().Match(line);
                var promised = ExitPromise().Match(parts.Groups[2].Value);
                read.Add(new ReadmeLine.Command(parts.Groups[1].Value.Trim(), promised.Success ? int.Parse(promised.Groups[1].Value, CultureInfo.InvariantCulture) : 0));
            }
        }

        return read;
    }

    [GeneratedRegex(@"^<!-- person: ([a-z ]+) -->$")]
    private static partial Regex PersonMark();

    [GeneratedRegex("^(.*?)(?:\\s#\\s(.*))?$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^exit (\d)\b")]
    private static partial Regex ExitPromise();
}
