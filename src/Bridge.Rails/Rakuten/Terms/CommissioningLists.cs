using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;

namespace Bridge.Rails.Rakuten.Terms;

/// <summary>
/// Members of the commissioning lists: upload files of the dashboard (one value per line, named after the list), and lists of
/// the API. Held as a whole, since every contract of a rule shares them; bounded by what people upload.
/// </summary>
internal sealed class CommissioningLists
{
    private readonly Dictionary<string, ValueList<string>> members = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Members in ordinal order, or null when the list is not known.</summary>
    public ValueList<string>? Find(string name) => members.GetValueOrDefault(name.Trim());

    /// <summary>Adds a list unless a file gave it already.</summary>
    public void Add(string name, IEnumerable<string> values) =>
        members.TryAdd(name.Trim(), values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList());

    /// <summary>Reads the upload files of a folder.</summary>
    public async Task ReadFilesAsync(ExportFolder folder, List<Finding> findings, CancellationToken cancellationToken)
    {
        foreach (var path in folder.ListFiles())
        {
            await using var stream = folder.OpenRead(path);
            var name = $"commissioning-lists/{Path.GetFileName(path)}";
            var encoding = await TableEncoding.DetectAsync(stream, cancellationToken);
            using var reader = new StreamReader(stream, encoding.Encoding ?? System.Text.Encoding.Unicode, detectEncodingFromByteOrderMarks: true);
            var values = new List<string>();
            var rows = 0;
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                if (line.Trim() is { Length: > 0 } value)
                {
                    rows++;
                    values.Add(value);
                }
            }

            Add(Path.GetFileNameWithoutExtension(path), values);
            var distinct = values.Distinct(StringComparer.Ordinal).Count();
            findings.Add(RakutenFindings.Joined(EntityKind.Template, name, $"{rows} rows read = {distinct} values + {rows - distinct} duplicates"));
        }
    }
}
