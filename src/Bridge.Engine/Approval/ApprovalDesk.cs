using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Rails.Abstractions;

namespace Bridge.Engine.Approval;

/// <summary>Takes approvals and finds them again.</summary>
/// <param name="store">Run store.</param>
/// <param name="signer">Key of the installation.</param>
/// <param name="time">Clock.</param>
/// <param name="ids">Ids.</param>
public sealed class ApprovalDesk(IRunStore store, IApprovalSigner signer, TimeProvider time, IIdSource ids)
{
    /// <summary>Approves a plan.</summary>
    /// <exception cref="ApprovalRefusedException">The plan has blocking findings, something irreversible is not accepted by name, or something lost that the profile does not let go.</exception>
    public async Task<PlanApproval> ApproveAsync(OwnerEpoch epoch, IPlanSource plan, ApprovalRequest request, CancellationToken cancellationToken)
    {
        if (plan.Totals.Blocking() > 0)
        {
            throw new ApprovalRefusedException(ApprovalRefusal.Blocked, $"The plan has {plan.Totals.Blocking()} blocking findings. Correct them ('bridge show plan' names each) and make the plan again.");
        }

        var now = time.GetUtcNow();
        var asked = plan.Totals.LossesToAccept ?? plan.Totals.Losses;
        var noted = plan.Totals.Losses.Where(loss => asked.All(each => each.Name != loss.Name)).Select(loss => loss.Name).ToValueList();
        var unsigned = new PlanApproval
        {
            Id = ids.NewId(),
            PlanHash = plan.Hash,
            TargetAccount = plan.Header.TargetAccount,
            Approver = request.Approver,
            ApprovedAt = now,
            ExpiresAt = now + request.ValidFor,
            RunUntil = request.RunUntil ?? now + request.ValidFor + request.RunFor,
            AcceptedIrreversible = Accept(plan.Totals.Irreversible, request.AcceptIrreversible, "irreversible", "--accept-irreversible"),
            AcceptedLosses = Accept(asked, request.AcceptLosses, "lossy", "--accept-loss"),
            NotedLosses = noted.Count == 0 ? null : noted,
        };
        var approval = unsigned with { Signature = Convert.ToBase64String(signer.Sign(Signed(unsigned))) };
        await store.AppendAsync(
            epoch,
            new JournalRecord(JournalKind.Approved, null, null, new JsonObject { ["approval"] = approval.Id, ["plan"] = plan.Hash, ["approver"] = approval.Approver, ["expires"] = approval.ExpiresAt.ToString("O") }),
            [new StoreChange.SetDocument(PlanApproval.Kind, approval.Id, JsonSerializer.Serialize(approval, ApprovalJson.Default.PlanApproval))],
            cancellationToken);
        return approval;
    }

    /// <summary>The newest approval of a plan, or null; the gate says whether it holds.</summary>
    public async Task<PlanApproval?> FindAsync(string planHash, CancellationToken cancellationToken)
    {
        PlanApproval? newest = null;
        await foreach (var document in store.ReadDocumentsAsync(PlanApproval.Kind, cancellationToken))
        {
            var approval = Read(document.Json);
            if (approval.PlanHash == planHash && (newest is null || approval.ApprovedAt > newest.ApprovedAt))
            {
                newest = approval;
            }
        }

        return newest;
    }

    /// <summary>An approval by id, or null.</summary>
    public async Task<PlanApproval?> FindByIdAsync(string id, CancellationToken cancellationToken) =>
        await store.FindDocumentAsync(PlanApproval.Kind, id, cancellationToken) is { } json ? Read(json) : null;

    /// <summary>The bytes that are signed.</summary>
    internal static byte[] Signed(PlanApproval approval) =>
        JsonSerializer.SerializeToUtf8Bytes(approval with { Signature = "" }, ApprovalJson.Default.PlanApproval);

    private static PlanApproval Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ApprovalJson.Default.PlanApproval) ?? throw new JsonException("null");
        }
        catch (JsonException)
        {
            throw new ApprovalRefusedException(ApprovalRefusal.Tampered, "An approval in the run store is not as Bridge wrote it. Nothing was sent. Restore the run store from a backup, or have the plan approved again.");
        }
    }

    private static ValueList<string> Accept(ValueList<NamedCount> present, IReadOnlyList<string> accepted, string what, string option)
    {
        var missing = accepted.Contains("all", StringComparer.Ordinal) ? [] : present.Where(count => !accepted.Contains(count.Name, StringComparer.Ordinal)).ToList();
        return missing.Count == 0
            ? present.Select(count => count.Name).Order(StringComparer.Ordinal).ToValueList()
            : throw new ApprovalRefusedException(
                ApprovalRefusal.NotAccepted,
                $"The plan has {what} steps that must be accepted by name: {string.Join(", ", missing.Select(count => $"{count.Name} ({count.Count})"))}. Add {string.Join(' ', missing.Select(count => $"{option} {count.Name}"))}.");
    }
}
