using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Programs;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Approval;

/// <summary>The last check before the first call, and again at every resume: this plan, this approval, this account, now.</summary>
/// <param name="store">Run store.</param>
/// <param name="signer">Key of the installation.</param>
/// <param name="time">Clock.</param>
public sealed class ApprovalGate(IRunStore store, IApprovalSigner signer, TimeProvider time)
{
    /// <summary>Returns when the plan may be carried out.</summary>
    /// <param name="plan">The plan; its bytes were compared with its hash when it was opened.</param>
    /// <param name="approval">The approval.</param>
    /// <param name="target">The target.</param>
    /// <param name="resuming">True for a run that has started: then the run-until date counts, not the expiry.</param>
    /// <param name="cancellationToken">Stops the look at the target.</param>
    /// <exception cref="ApprovalRefusedException">It may not. Nothing was sent.</exception>
    public async Task CheckAsync(IPlanSource plan, PlanApproval approval, IRail target, bool resuming, CancellationToken cancellationToken)
    {
        if (!IsSigned(approval))
        {
            throw Refuse(ApprovalRefusal.Tampered, $"Approval {approval.Id} was changed after it was signed, or was not signed by this installation. Have the plan approved again.");
        }

        if (approval.PlanHash != plan.Hash)
        {
            throw Refuse(ApprovalRefusal.OtherPlan, $"Approval {approval.Id} is for plan {approval.PlanHash}, not for {plan.Hash}. Have this plan approved.");
        }

        var now = time.GetUtcNow();
        if (!resuming && now > approval.ExpiresAt)
        {
            throw Refuse(ApprovalRefusal.Expired, $"The approval by {approval.Approver} expired at {approval.ExpiresAt:u}. Have the plan approved again.");
        }

        if (resuming && now > approval.RunUntil)
        {
            throw Refuse(ApprovalRefusal.Expired, $"The approval by {approval.Approver} allowed the run until {approval.RunUntil:u}. {GoOn(plan.Hash, null)}");
        }

        if (!resuming)
        {
            await foreach (var run in store.ReadRunsAsync(cancellationToken))
            {
                if (run.ApprovalId == approval.Id)
                {
                    throw Refuse(ApprovalRefusal.Used, $"Run {run.RunId} was made under this approval, and an approval holds for one run. Resume that run, or have the plan approved again.");
                }
            }
        }

        await CheckAccountAsync(plan.Header, target, cancellationToken);
    }

    /// <summary>The way out for a run whose time is over.</summary>
    internal static string GoOn(string planHash, string? run) =>
        $"Have the same plan approved again ('bridge approve {planHash[..8]} --as <name> --run-until <date>') and resume the run{(run is null ? "" : $" ('bridge resume {run}')")}, or make a new plan of what is left.";

    private static ApprovalRefusedException Refuse(ApprovalRefusal refusal, string message) => new(refusal, message + " Nothing was sent.");

    private static async Task CheckAccountAsync(PlanHeader header, IRail target, CancellationToken cancellationToken)
    {
        var reader = target.Port<IProgramReader>() ?? throw new InvalidOperationException($"{target.Descriptor.DisplayName} cannot name its account.");
        var program = await reader.ReadProgramAsync(cancellationToken);
        if (program.AccountId != header.TargetAccount || program.Id != header.TargetProgram)
        {
            throw Refuse(ApprovalRefusal.OtherAccount, $"The plan is for account {header.TargetAccount}, program {header.TargetProgram}; the connection leads to account {program.AccountId}, program {program.Id}. Correct the connection.");
        }

        if (program.Status != ProgramStatus.Active)
        {
            throw Refuse(ApprovalRefusal.OtherAccount, $"Program {program.Id} on the target is not active ({program.NativeStatus ?? program.Status.ToString()}). Activate it in the portal first.");
        }
    }

    private bool IsSigned(PlanApproval approval)
    {
        var signature = new byte[approval.Signature.Length];
        return Convert.TryFromBase64String(approval.Signature, signature, out var length)
            && signer.Verify(ApprovalDesk.Signed(approval), signature.AsSpan(0, length));
    }
}
