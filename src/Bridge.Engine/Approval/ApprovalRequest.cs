namespace Bridge.Engine.Approval;

/// <summary>What a person says when approving.</summary>
public sealed record ApprovalRequest
{
    /// <summary>Who.</summary>
    public required string Approver { get; init; }

    /// <summary>How long a run may start under it.</summary>
    public TimeSpan ValidFor { get; init; } = TimeSpan.FromHours(72);

    /// <summary>How long a run may go on behind the last moment at which it may start.</summary>
    public TimeSpan RunFor { get; init; } = TimeSpan.FromDays(60);

    /// <summary>Until when a run may go on under it; null for <see cref="ValidFor"/> and <see cref="RunFor"/> from now.</summary>
    public DateTimeOffset? RunUntil { get; init; }

    /// <summary>Kinds of irreversible steps that are accepted; <c>all</c> for each kind the plan has.</summary>
    public IReadOnlyList<string> AcceptIrreversible { get; init; } = [];

    /// <summary>Codes of losses that are accepted; <c>all</c> for each the plan asks for. Those that the profile accepts are not asked for.</summary>
    public IReadOnlyList<string> AcceptLosses { get; init; } = [];
}
