using Bridge.Engine.Approval;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Privacy;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.Abstractions.Settings;
using Microsoft.Extensions.Logging;

namespace Bridge.Engine.Migrations;

/// <summary>What a composition root (command line, worker, test) puts together for one migration.</summary>
public sealed record MigrationHost
{
    /// <summary>The migration.</summary>
    public required MigrationDefinition Definition { get; init; }

    /// <summary>Rails that connections can name.</summary>
    public required IReadOnlyList<IRailModule> Rails { get; init; }

    /// <summary>Artifacts.</summary>
    public required IArtifactStore Artifacts { get; init; }

    /// <summary>Run state.</summary>
    public required IRunStore Runs { get; init; }

    /// <summary>Personal values.</summary>
    public required IPersonalVault Vault { get; init; }

    /// <summary>Room for work.</summary>
    public required IScratchSpace Scratch { get; init; }

    /// <summary>Files and tasks for people.</summary>
    public required IOutbox Outbox { get; init; }

    /// <summary>Key of the installation.</summary>
    public required IApprovalSigner Signer { get; init; }

    /// <summary>What was spent of rate budgets.</summary>
    public required IRateLedger RateLedger { get; init; }

    /// <summary>Secrets.</summary>
    public required ISecretSource Secrets { get; init; }

    /// <summary>Clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Clock of the network when <see cref="Time"/> runs faster than real; null when both are one.</summary>
    public TimeProvider? NetworkTime { get; init; }

    /// <summary>Rate accounts of this process; null for one of their own for each connection.</summary>
    public RateAccounts? RateAccounts { get; init; }

    /// <summary>Ids.</summary>
    public required IIdSource Ids { get; init; }

    /// <summary>Loggers.</summary>
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>What must hold before a run changes anything on the target, beside plan and approval.</summary>
    public IReadOnlyList<IWritePrecondition> Preconditions { get; init; } = [];

    /// <summary>The brand that the migration is a program of; null when it stands by itself.</summary>
    public Brands.IBrand? Brand { get; init; }

    /// <summary>Who works, for journal and approvals: user, host and process.</summary>
    public required string Operator { get; init; }

    /// <summary>Stands in for the network in tests, by connection; null for real sockets.</summary>
    public Func<string, HttpMessageHandler>? PrimaryHandler { get; init; }

    /// <summary>Paths of this migration's artifacts.</summary>
    public MigrationKeys Keys => new(Definition.Client, Definition.Migration);
}
