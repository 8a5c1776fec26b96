using System.Text;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Settings;
using YamlDotNet.Core;

namespace Bridge.Engine.Yaml;

/// <summary>
/// Reads YAML or JSON into one tree with places. Only the plain part of YAML is taken: one document, no anchors, aliases
/// or tags (a few of them can stand for gigabytes, and nobody who reviews a settings file expects them), each key once.
/// </summary>
public static class YamlTree
{
    /// <summary>Largest file in UTF-8 bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Deepest nesting.</summary>
    public const int MaxDepth = 32;

    /// <summary>Reads a file's text.</summary>
    /// <param name="text">Text, with or without byte-order mark.</param>
    /// <param name="fileName">File as the person named it, for messages.</param>
    /// <param name="findings">Takes every problem; all of them are blocking.</param>
    /// <returns>The tree, or null when the text cannot be read as one. A tree with findings is complete but for what they name.</returns>
    public static YamlNode? Parse(string text, string fileName, ICollection<Finding> findings)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            findings.Add(YamlFindings.TooLarge(new FileLocation(fileName, 1, 1), MaxBytes));
            return null;
        }

        using var reader = new StringReader(text.TrimStart('\uFEFF'));
        var builder = new YamlTreeBuilder(new Parser(reader), fileName, findings);
        try
        {
            return builder.Build();
        }
        catch (NestingTooDeepException problem)
        {
            findings.Add(YamlFindings.TooDeep(problem.Place, MaxDepth));
            return null;
        }
        catch (YamlException problem)
        {
            var place = new FileLocation(fileName, (int)Math.Max(1, problem.Start.Line), (int)Math.Max(1, problem.Start.Column));
            findings.Add(YamlFindings.Syntax(place, Plain(problem)));
            return null;
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException)
        {
            // The parser leaks these for some texts, an unclosed bracket over a key for one; its message says nothing.
            findings.Add(YamlFindings.Syntax(builder.LastPlace, "a bracket or quote that opens near here is not closed"));
            return null;
        }
    }

    private static string Plain(YamlException problem)
    {
        var message = (problem.InnerException ?? problem).Message.Trim().TrimEnd('.');
        return message.Length > 200 ? message[..200] : message;
    }
}
