using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bridge.Engine.Snapshots;
using Bridge.Engine.Validation;
using Bridge.Model.Findings;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bridge.Engine.Privacy;

/// <summary>
/// Who does not want mail: a CSV whose first column <c>who</c> holds a partner's id on the source or an e-mail address. Addresses
/// are turned into their keyed hashes while they are read; none is kept or told. Bridge reads the file and never writes it.
/// </summary>
public sealed class OptOutFile
{
    private readonly HashSet<string> keys;
    private readonly HashSet<PersonalValue> mails;

    private OptOutFile(HashSet<string> keys, HashSet<PersonalValue> mails, bool isFile)
    {
        this.keys = keys;
        this.mails = mails;
        Hash = isFile ? HashOf() : null;
    }

    /// <summary>Nobody.</summary>
    public static OptOutFile None { get; } = new([], [], isFile: false);

    /// <summary>Hash over the entries, whatever their order; null when there is no file.</summary>
    public string? Hash { get; }

    /// <summary>Number of entries.</summary>
    public int Count => keys.Count + mails.Count;

    /// <summary>Reads a file. Every problem becomes a finding with its line; no address is quoted.</summary>
    /// <param name="text">Text of the file.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="hash">Keyed hash of an e-mail address.</param>
    /// <param name="findings">Takes the problems.</param>
    public static OptOutFile Parse(string text, string fileName, Func<string, PersonalValue> hash, ICollection<Finding> findings)
    {
        var (keys, mails) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<PersonalValue>());
        using var csv = new CsvParser(new StringReader(text.TrimStart('\uFEFF')), new CsvConfiguration(CultureInfo.InvariantCulture) { DetectDelimiter = true, TrimOptions = TrimOptions.Trim, IgnoreBlankLines = true });
        try
        {
            if (!csv.Read() || csv.Record is not [var head, ..] || !string.Equals(head, "who", StringComparison.OrdinalIgnoreCase))
            {
                Report(findings, fileName, 1, "The first line must begin with the column 'who'.");
                return None;
            }

            while (csv.Read())
            {
                if (csv.Record is not [{ Length: > 0 } who, ..])
                {
                    Report(findings, fileName, csv.RawRow, "The line names nobody.");
                }
                else if (who.Contains('@', StringComparison.Ordinal))
                {
                    mails.Add(hash(who));
                }
                else
                {
                    keys.Add(who);
                }
            }
        }
        catch (CsvHelperException)
        {
            Report(findings, fileName, csv.RawRow, "A quote is not closed or stands in the middle of a value.");
        }

        return new OptOutFile(keys, mails, isFile: true);
    }

    /// <summary>True when the file names the partner, or one of its people.</summary>
    public bool Names(Partner partner) =>
        keys.Contains(partner.Id.Value) || (mails.Count > 0 && partner.Contacts.Any(contact => contact.Email is { } mail && mails.Contains(mail)));

    private static void Report(ICollection<Finding> findings, string fileName, int line, string message) =>
        findings.Add(new RuleBreach(string.Create(CultureInfo.InvariantCulture, $"{fileName}:{line}"), null, message).ToFinding(PrivacyFindings.OptOutReadable, null, null));

    private string HashOf() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        keys.Select(key => "key\t" + key).Concat(mails.Select(mail => "mail\t" + mail.Hash)).Order(KeyOrder.Instance)))));
}
