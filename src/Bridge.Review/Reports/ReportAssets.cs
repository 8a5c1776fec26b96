using System.Security.Cryptography;
using System.Text;

namespace Bridge.Review.Reports;

/// <summary>
/// Style and script of report pages, written into each page. The page's own policy allows these two texts by their hashes
/// and nothing else: no request leaves the page, and no text of a record can become script.
/// </summary>
internal static class ReportAssets
{
    public static string Style { get; } = Read("report.css");

    public static string Script { get; } = Read("report.js");

    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{HashOf(Style)}'; script-src 'sha256-{HashOf(Script)}'; base-uri 'none'; form-action 'none'";

    private static string Read(string name)
    {
        using var stream = typeof(ReportAssets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"'{name}' is not embedded in {typeof(ReportAssets).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string HashOf(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
