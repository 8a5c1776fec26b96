using Bridge.Model.Collections;

namespace Bridge.Engine.Approval;

/// <summary>A person's word that exactly this plan may be carried out; signed, chained in the journal, used for one run.</summary>
public sealed record PlanApproval
{
    /// <summary>Document kind in the run store.</summary>
    public const string Kind = "approval";

    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Plan.</summary>
    public required string PlanHash { get; init; }

    /// <summary>Account on the target that the plan names.</summary>
    public required string TargetAccount { get; init; }

    /// <summary>Who.</summary>
    public required string Approver { get; init; }

    /// <summary>True when the installation knows who that is; false for a name that was typed in.</summary>
    public bool ApproverVerified { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ApprovedAt { get; init; }

    /// <summary>Until when a run may start under it.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Until when a run may go on under it.</summary>
    public required DateTimeOffset RunUntil { get; init; }

    /// <summary>Kinds of irreversible steps that were accepted by name, sorted.</summary>
    public ValueList<string> AcceptedIrreversible { get; init; } = [];

    /// <summary>Codes of losses that were accepted by name, sorted.</summary>
    public ValueList<string> AcceptedLosses { get; init; } = [];

    /// <summary>Codes of losses that the profile accepts, so that nobody was asked, sorted; null when there are none.</summary>
    public ValueList<string>? NotedLosses { get; init; }

    /// <summary>Signature of everything above, base64.</summary>
    public string Signature { get; init; } = "";
}
