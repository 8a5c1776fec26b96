using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>Writes bulk files in the rail's own format, to be uploaded by a person.</summary>
public interface IFilePackFormat
{
    /// <summary>Name of the portal tool that takes files of this way in (<c>prospect-import</c>, <c>partner-import</c>), or null when the rail has none.</summary>
    string? ToolFor(PartnerEntry entry);

    /// <summary>Most rows of one file.</summary>
    int MaxRows(PartnerEntry entry);

    /// <summary>How to upload it, step by step.</summary>
    IReadOnlyList<string> Instructions(PartnerEntry entry, int rows);

    /// <summary>
    /// Writes one file. Personal values are revealed here and nowhere else; the stream belongs to the outbox of a person,
    /// never to an artifact.
    /// </summary>
    /// <returns>Steps whose personal values were erased and whose rows were left out.</returns>
    Task<IReadOnlyList<string>> WriteAsync(PartnerEntry entry, IReadOnlyList<FilePackRow> rows, Stream output, CancellationToken cancellationToken);
}
