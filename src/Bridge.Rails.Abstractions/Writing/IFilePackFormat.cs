using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>Writes bulk files in the rail's own format, to be uploaded by a person, and knows what the rail's importer answers.</summary>
public interface IFilePackFormat
{
    /// <summary>Columns that a result file is read by; see <see cref="PackResultColumns"/> for their names.</summary>
    TableSchema ResultSchema { get; }

    /// <summary>Name of the portal tool that takes files of this way in (<c>prospect-import</c>, <c>partner-import</c>), or null when the rail has none.</summary>
    string? ToolFor(PartnerEntry entry);

    /// <summary>Most rows of one file.</summary>
    int MaxRows(PartnerEntry entry);

    /// <summary>What all partners of one upload must share (the template that the tool is told once), for a draft with resolved references; null when nothing.</summary>
    string? BatchOf(PartnerEntry entry, PartnerDraft partner);

    /// <summary>Extension of the files: <c>csv</c> or <c>xlsx</c>.</summary>
    string ExtensionOf(PartnerEntry entry);

    /// <summary>How to upload it, step by step.</summary>
    IReadOnlyList<string> Instructions(PartnerEntry entry, int rows);

    /// <summary>What the columns of the files rest on: a template that a person downloaded, or the built-in list; with everything wrong about it.</summary>
    Task<FilePackColumns> ColumnsAsync(PartnerEntry entry, CancellationToken cancellationToken);

    /// <summary>
    /// Writes one file. Personal values are revealed here and nowhere else; the stream belongs to the outbox of a person,
    /// never to an artifact.
    /// </summary>
    /// <returns>Rows of each partner, 0 for one whose personal values were erased and who was left out.</returns>
    /// <exception cref="InvalidOperationException">The columns have blocking problems; <see cref="ColumnsAsync"/> names them.</exception>
    Task<FilePackReceipt> WriteAsync(PartnerEntry entry, IReadOnlyList<FilePackRow> rows, Stream output, CancellationToken cancellationToken);

    /// <summary>What a word in the status column of a result file means; null when nobody knows.</summary>
    PackRowFate? FateOf(string status);
}
