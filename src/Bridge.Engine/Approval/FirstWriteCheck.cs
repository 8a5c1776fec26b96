using System.Text.Json;
using Bridge.Engine.Execution;
using Bridge.Engine.Migrations;
using Bridge.Engine.Planning;
using Bridge.Model.Programs;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Approval;

/// <summary>
/// What must hold before a run may change the target: it has a credential of its own for writes, this credential reaches the
/// account and the program that the plan was made for, and the operator typed the program's name. Reads alone.
/// </summary>
/// <param name="store">Run store.</param>
/// <param name="time">Clock.</param>
public sealed class FirstWriteCheck(IRunStore store, TimeProvider time)
{
    /// <summary>Looks, without any call, whether the target can be written at all.</summary>
    /// <exception cref="MigrationInvalidException">It has no credential for writes; says what to do.</exception>
    public static void RequireCredential(IPlanSource plan, IRail target)
    {
        if (plan.Totals.WriteCalls > 0 && Identity(target).Missing is { } missing)
        {
            throw new MigrationInvalidException([missing]);
        }
    }

    /// <summary>Looks whether the run may make its first mutating call.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="target">The target.</param>
    /// <param name="runId">The run.</param>
    /// <param name="typed">Program name that the operator gave; null when none was given, which a run that goes on does not need.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>What is to be kept with the run.</returns>
    /// <exception cref="ApprovalRefusedException">Another account or program, or the name is missing or wrong. Nothing was sent.</exception>
    public async Task<WriteConfirmation> CheckAsync(IPlanSource plan, IRail target, string runId, string? typed, CancellationToken cancellationToken)
    {
        var header = plan.Header;
        var kept = await store.FindDocumentAsync(WriteConfirmation.Kind, runId, cancellationToken) is { } json
            ? JsonSerializer.Deserialize(json, ApprovalJson.Default.WriteConfirmation)
            : null;
        var name = typed?.Trim() is { Length: > 0 } said ? said : kept?.ProgramName;
        if (name is null)
        {
            throw Refuse(ApprovalRefusal.NameMissing, $"The calls of this plan change program {header.TargetProgram} of account {header.TargetAccount}, and nobody has named it. Type its name when asked, or add --program-name \"<name>\" in automation.");
        }

        // What the plan says is compared before any call.
        RequireName(header, name, header.TargetProgramName);
        var program = await ReadAsync(plan, target, cancellationToken);
        if (program.AccountId != header.TargetAccount || program.Id != header.TargetProgram)
        {
            throw Refuse(ApprovalRefusal.OtherAccount, $"The plan is for account {header.TargetAccount}, program {header.TargetProgram}; the credential for writes reaches account {program.AccountId}, program {program.Id}. Give the connection a credential of the plan's own account.");
        }

        if (header.TargetProgramName is { } pinned && program.Name != pinned)
        {
            throw Refuse(ApprovalRefusal.OtherAccount, $"Program {program.Id} was called '{pinned}' when the plan was made and is called '{program.Name}' now. Extract the target again and make a new plan.");
        }

        RequireName(header, name, program.Name);
        return kept ?? new WriteConfirmation { Account = program.AccountId, Program = program.Id.Value, ProgramName = program.Name, ConfirmedAt = time.GetUtcNow() };
    }

    private static IWriteIdentity Identity(IRail target) => target.Port<IWriteIdentity>()
        ?? throw new InvalidOperationException($"{target.Descriptor.DisplayName} writes and cannot say who its credential for writes is.");

    // A plan without calls needs no credential for writes; that its files and tasks go to the right program is confirmed all the same.
    private static Task<Program> ReadAsync(IPlanSource plan, IRail target, CancellationToken cancellationToken) => plan.Totals.WriteCalls > 0
        ? Identity(target).ReadProgramAsync(cancellationToken)
        : target.Port<IProgramReader>()?.ReadProgramAsync(cancellationToken) ?? throw new InvalidOperationException($"{target.Descriptor.DisplayName} cannot name its program.");

    private static void RequireName(PlanHeader header, string name, string? real)
    {
        if (real is not null && !string.Equals(name, real.Trim(), StringComparison.Ordinal))
        {
            throw Refuse(ApprovalRefusal.NameWrong, $"'{name}' is not the name of program {header.TargetProgram} of account {header.TargetAccount}. Look whether this is the program that you mean; then type its name exactly as the target shows it ('bridge doctor' prints it).");
        }
    }

    private static ApprovalRefusedException Refuse(ApprovalRefusal refusal, string message) => new(refusal, message + " Nothing was sent.");
}
