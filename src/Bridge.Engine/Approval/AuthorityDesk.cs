using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Rails.Abstractions;

namespace Bridge.Engine.Approval;

/// <summary>Records authorities, withdraws them, and reads them back checked.</summary>
/// <param name="store">Run store.</param>
/// <param name="signer">Key of the installation.</param>
/// <param name="time">Clock.</param>
/// <param name="ids">Ids.</param>
public sealed class AuthorityDesk(IRunStore store, IApprovalSigner signer, TimeProvider time, IIdSource ids)
{
    /// <summary>Records one.</summary>
    /// <param name="epoch">Ownership of the migration.</param>
    /// <param name="subject">One of <see cref="AuthoritySubjects"/>.</param>
    /// <param name="partner">Source key of the one partner that it is for; null for all.</param>
    /// <param name="givenBy">Who gave it.</param>
    /// <param name="document">The document that holds it.</param>
    /// <param name="recordedBy">Who records it.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    public Task<RecordedAuthority> RecordAsync(
        OwnerEpoch epoch, string subject, string? partner, string givenBy, string document, string recordedBy, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(givenBy);
        ArgumentException.ThrowIfNullOrWhiteSpace(document);
        ArgumentException.ThrowIfNullOrWhiteSpace(recordedBy);
        var authority = new RecordedAuthority
        {
            Id = ids.NewId(),
            Subject = subject,
            Partner = partner,
            GivenBy = givenBy,
            Document = document,
            RecordedBy = recordedBy,
            RecordedAt = time.GetUtcNow(),
        };
        return StoreAsync(epoch, authority, "recorded", recordedBy, cancellationToken);
    }

    /// <summary>Withdraws one; plans that were made under it are stale from then on.</summary>
    /// <returns>The authority as it stands, or null when there is none of that id.</returns>
    public async Task<RecordedAuthority?> WithdrawAsync(OwnerEpoch epoch, string id, string by, CancellationToken cancellationToken)
    {
        if (await store.FindDocumentAsync(RecordedAuthority.Kind, id, cancellationToken) is not { } json)
        {
            return null;
        }

        var authority = Read(json);
        return authority.WithdrawnAt is not null
            ? authority
            : await StoreAsync(epoch, authority with { WithdrawnBy = by, WithdrawnAt = time.GetUtcNow() }, "withdrawn", by, cancellationToken);
    }

    /// <summary>All that were recorded, withdrawn ones included, oldest first.</summary>
    /// <exception cref="ApprovalRefusedException">One was changed after it was signed.</exception>
    public async Task<IReadOnlyList<RecordedAuthority>> ReadAsync(CancellationToken cancellationToken)
    {
        var all = new List<RecordedAuthority>();
        await foreach (var document in store.ReadDocumentsAsync(RecordedAuthority.Kind, cancellationToken))
        {
            all.Add(Read(document.Json));
        }

        return [.. all.OrderBy(each => each.RecordedAt).ThenBy(each => each.Id, StringComparer.Ordinal)];
    }

    /// <summary>The bytes that are signed.</summary>
    internal static byte[] Signed(RecordedAuthority authority) =>
        JsonSerializer.SerializeToUtf8Bytes(authority with { Signature = "" }, ApprovalJson.Default.RecordedAuthority);

    private RecordedAuthority Read(string json)
    {
        RecordedAuthority? authority = null;
        try
        {
            authority = JsonSerializer.Deserialize(json, ApprovalJson.Default.RecordedAuthority);
        }
        catch (JsonException)
        {
            // It is told below, like one whose signature is wrong.
        }

        var signature = new byte[authority?.Signature.Length ?? 0];
        return authority is not null && Convert.TryFromBase64String(authority.Signature, signature, out var length) && signer.Verify(Signed(authority), signature.AsSpan(0, length))
            ? authority
            : throw new ApprovalRefusedException(ApprovalRefusal.Tampered, $"Authority {authority?.Id} was changed after it was signed, or was not signed by this installation. Nothing was sent. Restore the run store from a backup, or record it again.");
    }

    private async Task<RecordedAuthority> StoreAsync(OwnerEpoch epoch, RecordedAuthority unsigned, string what, string by, CancellationToken cancellationToken)
    {
        var authority = unsigned with { Signature = "" };
        authority = authority with { Signature = Convert.ToBase64String(signer.Sign(Signed(authority))) };
        await store.AppendAsync(
            epoch,
            new JournalRecord(JournalKind.Decided, null, null, new JsonObject { ["authority"] = authority.Id, ["what"] = what, ["subject"] = authority.Subject, ["partner"] = authority.Partner, ["document"] = authority.Document, ["by"] = by }),
            [new StoreChange.SetDocument(RecordedAuthority.Kind, authority.Id, JsonSerializer.Serialize(authority, ApprovalJson.Default.RecordedAuthority))],
            cancellationToken);
        return authority;
    }
}
