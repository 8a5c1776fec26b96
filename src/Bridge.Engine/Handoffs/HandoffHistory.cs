using System.Security.Cryptography;
using Bridge.Engine.Execution;
using Bridge.Model.Collections;

namespace Bridge.Engine.Handoffs;

/// <summary>
/// What goes from one hand-off to the one that repeats it: the day it was first handed out, owner, due date and note; and what is
/// told to whoever said that it was done.
/// </summary>
/// <param name="run">Run.</param>
internal sealed class HandoffHistory(RunContext run)
{
    private readonly TaskClaims claims = new(run.Outbox);

    /// <summary>Takes over from the hand-offs that the steps waited for before.</summary>
    /// <param name="before">Their ids; null for a step that was never handed out.</param>
    /// <param name="id">The new hand-off, which may have the same id.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<(DateTimeOffset IssuedAt, ValueList<string> Wrong)> TakeOverAsync(IEnumerable<string?> before, string id, CancellationToken cancellationToken)
    {
        var (issued, wrong) = (run.Time.GetUtcNow(), new List<string>());
        foreach (var earlier in before.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (await run.Journal.Store.FindDocumentAsync(Handoff.Kind, earlier, cancellationToken) is not { } json)
            {
                continue;
            }

            var first = TaskDesk.Read(json).IssuedAt ?? issued;
            issued = first < issued ? first : issued;
            if (await claims.PassOnAsync(earlier, id, run.Time.GetUtcNow(), cancellationToken) is { DoneBy: { } who, DoneAt: { } at })
            {
                wrong.Add($"{who} reported it done on {at:yyyy-MM-dd}, and the target does not show it.");
            }
        }

        return (issued, wrong.ToValueList());
    }

    /// <summary>Hash of the file of a pack that is about to be removed; null when there is none.</summary>
    public async Task<string?> HashOfFileAsync(Handoff handoff, CancellationToken cancellationToken)
    {
        if (handoff.Form != Handoff.FilePack)
        {
            return null;
        }

        await using var file = await run.Outbox.OpenFileAsync(handoff.Id, handoff.Extension ?? "csv", cancellationToken);
        return file is null ? null : Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    /// <summary>Removes what people said about a hand-off that is never repeated.</summary>
    public Task ForgetAsync(string id, CancellationToken cancellationToken) => claims.RemoveAsync(id, cancellationToken);
}
