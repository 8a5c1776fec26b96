using Bridge.Engine.Planning;
using Bridge.Model.Programs;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Verifying;

/// <summary>
/// Probes the links that a target cannot list by their receipts: the address that the rail gave back must be one of the
/// program and, where its form says so, credit the partner it was made for. It is not called: a call would count as a click.
/// </summary>
/// <param name="program">The target program.</param>
/// <param name="form">Reads tracking URLs of the rail; null when their form says nothing.</param>
/// <param name="findPartner">Target id of a partner by the source key; null when it has none.</param>
public sealed class LinkReceipts(Program program, ITrackingLinkForm? form, Func<string, CancellationToken, Task<string?>> findPartner)
{
    /// <summary>What is wrong with a receipt, as a sentence; null when nothing is.</summary>
    /// <param name="line">Outcome of a link whose target id is its receipt.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<string?> ProblemAsync(OutcomeLine line, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(line.TargetId, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
        {
            return $"The receipt of link '{line.Source}' is no https address.";
        }

        if (program.TrackingHost is { } host && !string.Equals(url.Host, host, StringComparison.OrdinalIgnoreCase))
        {
            return $"The receipt of link '{line.Source}' is no link of program {program.Id}: its host is not {host}.";
        }

        if (form?.Read(url) is not { } facts)
        {
            return null;
        }

        if (facts.Program is { } named && named != program.Id.Value)
        {
            return $"The receipt of link '{line.Source}' belongs to program {named}, not to {program.Id}.";
        }

        var partner = line.Partner is null ? null : await findPartner(line.Partner, cancellationToken);
        return facts.Partner is { } credited && partner is not null && credited != partner
            ? $"The receipt of link '{line.Source}' credits account {credited}; its partner '{line.Partner}' is account {partner}."
            : null;
    }
}
