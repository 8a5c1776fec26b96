using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bridge.Engine.Snapshots;
using Bridge.Engine.Validation;
using Bridge.Model.Findings;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bridge.Engine.Matching;

/// <summary>
/// What people decided about single partners: CSV with the columns <c>source</c>, <c>target</c> (a native id, <c>new</c> or
/// <c>skip</c>) and <c>note</c>. Bridge reads it and never writes it.
/// </summary>
public sealed class OverridesFile
{
    private static readonly string[] Columns = ["source", "target", "note"];
    private readonly Dictionary<string, PartnerOverride> bySource;

    private OverridesFile(string fileName, Dictionary<string, PartnerOverride> bySource, string? hash)
    {
        FileName = fileName;
        this.bySource = bySource;
        Hash = hash;
    }

    /// <summary>No decisions.</summary>
    public static OverridesFile None { get; } = new("", new Dictionary<string, PartnerOverride>(StringComparer.Ordinal), null);

    /// <summary>File, for messages.</summary>
    public string FileName { get; }

    /// <summary>SHA-256 of the decisions in source order, lower-case hexadecimal; notes and row order do not change it. Null when there is no file.</summary>
    public string? Hash { get; }

    /// <summary>Decisions in source order.</summary>
    public IEnumerable<PartnerOverride> Rows => bySource.Values.OrderBy(row => row.Source, KeyOrder.Instance);

    /// <summary>Number of decisions.</summary>
    public int Count => bySource.Count;

    /// <summary>The decision about a source partner, or null.</summary>
    public PartnerOverride? Find(string source) => bySource.GetValueOrDefault(source);

    /// <summary>Reads a file. Every problem becomes a finding with its line; rows without problem are kept.</summary>
    public static OverridesFile Parse(string text, string fileName, ICollection<Finding> findings)
    {
        var rows = new Dictionary<string, PartnerOverride>(StringComparer.Ordinal);
        try
        {
            Read(text.TrimStart('\uFEFF'), fileName, rows, findings);
        }
        catch (CsvHelperException problem)
        {
            Report(findings, MatchingFindings.Unreadable, fileName, problem.Context?.Parser?.RawRow ?? 1, null, "A quote is not closed or stands in the middle of a value.");
        }

        foreach (var (row, shared) in Shared(rows.Values))
        {
            Report(findings, MatchingFindings.TargetTwice, fileName, row.Line, row.Target, shared);
        }

        return new OverridesFile(fileName, rows, HashOf(rows.Values));
    }

    /// <summary>
    /// This file with the answers that people gave to questions, which have the same effect. The hash stays that of the file. An
    /// answer that says something else than the file is a finding, as are two partners that get the same one.
    /// </summary>
    public OverridesFile With(IEnumerable<PartnerOverride> answers, ICollection<Finding> findings)
    {
        var rows = new Dictionary<string, PartnerOverride>(bySource, StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            if (!rows.TryAdd(answer.Source, answer) && (rows[answer.Source].Kind, rows[answer.Source].Target) != (answer.Kind, answer.Target))
            {
                findings.Add(Questions.QuestionFindings.Of(Questions.QuestionFindings.DecidedTwice, FileName, rows[answer.Source].Line, answer.Source, $"The answer to question {answer.Question} says '{answer.Target ?? answer.Kind.ToString().ToLowerInvariant()}'."));
            }
        }

        foreach (var (row, shared) in Shared(rows.Values).Where(pair => pair.Row.Question is not null))
        {
            Report(findings, MatchingFindings.TargetTwice, FileName, row, row.Target, shared);
        }

        return new OverridesFile(FileName, rows, Hash);
    }

    internal static void Report(ICollection<Finding> findings, FindingDefinition definition, string fileName, int line, string? value, string message) =>
        findings.Add(new RuleBreach(string.Create(CultureInfo.InvariantCulture, $"{fileName}:{line}"), value, message).ToFinding(definition, null, null));

    /// <summary>About a row by its source key: findings that go into a plan must not show in which order the rows stand.</summary>
    internal static void Report(ICollection<Finding> findings, FindingDefinition definition, string fileName, PartnerOverride row, string? value, string message) =>
        findings.Add(new RuleBreach(
            row.Question is { } question ? $"{Questions.AnswersFile.Name}, question {question}" : $"{fileName}, row of '{row.Source}'", value, message).ToFinding(definition, null, null));

    private static IEnumerable<(PartnerOverride Row, string Message)> Shared(IEnumerable<PartnerOverride> rows) => rows
        .Where(row => row.Target is not null)
        .GroupBy(row => row.Target!, StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .SelectMany(group => group.Select(row => (row, $"It is given to {string.Join(", ", group.Select(other => other.Source))}.")));

    private static void Read(string text, string fileName, Dictionary<string, PartnerOverride> rows, ICollection<Finding> findings)
    {
        var firstLine = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = firstLine.Contains(';') && !firstLine.Contains(',') ? ";" : ",",
            TrimOptions = TrimOptions.Trim,
            IgnoreBlankLines = true,
            AllowComments = true,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        string[] header = parser.Read() ? [.. parser.Record!.Select(name => name.ToLowerInvariant())] : [];
        var source = Array.IndexOf(header, Columns[0]);
        var target = Array.IndexOf(header, Columns[1]);
        var unknown = header.Except(Columns).ToList();
        if (source < 0 || target < 0 || unknown.Count > 0)
        {
            Report(findings, MatchingFindings.HeaderUnknown, fileName, 1, string.Join(",", header), unknown.Count > 0 ? $"Unknown columns: {string.Join(", ", unknown)}." : "The columns source and target are needed.");
            if (source < 0 || target < 0)
            {
                return;
            }
        }

        while (parser.Read())
        {
            Add(parser.Record!, source, target, parser.RawRow, fileName, rows, findings);
        }
    }

    private static void Add(
        string[] record, int source, int target, int line, string fileName, Dictionary<string, PartnerOverride> rows, ICollection<Finding> findings)
    {
        var id = source < record.Length ? record[source] : "";
        var decision = target < record.Length ? record[target] : "";
        if (id.Length == 0 || decision.Length == 0)
        {
            Report(findings, MatchingFindings.RowIncomplete, fileName, line, id.Length == 0 ? decision : id, id.Length == 0 ? "The source id is missing." : "The decision is missing.");
            return;
        }

        var row = PartnerOverride.Of(id, decision, line);
        if (!rows.TryAdd(id, row))
        {
            Report(findings, MatchingFindings.SourceTwice, fileName, line, id, $"Line {rows[id].Line} decides about it already.");
        }
    }

    private static string HashOf(IEnumerable<PartnerOverride> rows)
    {
        var text = string.Concat(rows.OrderBy(row => row.Source, KeyOrder.Instance).Select(row => $"{row.Source.Length}:{row.Source}{row.Kind}:{row.Target}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
