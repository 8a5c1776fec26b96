using Bridge.Engine.Approval;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Brands;
using Bridge.Engine.Execution;
using Bridge.Engine.Matching;
using Bridge.Engine.Migrations;
using Bridge.Model.Records;
using Bridge.Storage.Sqlite;

namespace Bridge.Hosting;

/// <summary>The brand around an open migration: its other programs are opened when they are asked about, and closed again.</summary>
internal sealed class HostedBrand : IBrand, IPartnerClaims, IAsyncDisposable
{
    private readonly BrandDefinition brand;
    private readonly BrandProgram own;
    private readonly MigrationDefinition definition;
    private readonly HostSettings settings;
    private readonly TimeProvider time;
    private SqlitePartnerClaims? claims;

    public HostedBrand(BrandDefinition brand, BrandProgram own, MigrationDefinition definition, HostSettings settings, TimeProvider time)
    {
        this.brand = brand;
        this.own = own;
        this.definition = definition;
        this.settings = settings;
        this.time = time;
    }

    /// <inheritdoc />
    public string Program => own.Name;

    /// <inheritdoc />
    public IPartnerClaims Claims => this;

    private IEnumerable<BrandProgram> Others => brand.Programs.Where(program => program.Name != own.Name && HasState(program));

    /// <inheritdoc />
    public async Task<SiblingPartners> ReadPartnersAsync(SiblingQuery query, CancellationToken cancellationToken)
    {
        var open = new List<OpenMigration>();
        try
        {
            var programs = new List<SiblingProgram>();
            foreach (var program in Others)
            {
                var migration = await OpenMigration.OpenAloneAsync(program.Folder, settings, cancellationToken);
                open.Add(migration);
                if (await SiblingAsync(program.Name, migration, query, cancellationToken) is { } sibling)
                {
                    programs.Add(sibling);
                }
            }

            return await SiblingPartners.ReadAsync(programs, query.Rules, cancellationToken);
        }
        finally
        {
            foreach (var migration in open)
            {
                await migration.DisposeAsync();
            }
        }
    }

    /// <inheritdoc />
    public async Task<PartnerClaim?> ClaimAsync(PartnerClaim claim, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        if (IsDeclaredNew(claim.Source))
        {
            return null;
        }

        claims ??= SqlitePartnerClaims.Open(Path.Combine(brand.Home, "claims.db"), time, StandsAsync);
        return await claims.ClaimAsync(claim, keys, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (claims is not null)
        {
            await claims.DisposeAsync();
        }
    }

    /// <summary>Folder of a program that has been worked with; opening another one would only make empty stores.</summary>
    internal static bool HasState(BrandProgram program) =>
        File.Exists(Path.Combine(program.Folder, MigrationReader.FileName)) && File.Exists(Path.Combine(program.Folder, ".bridge", "run.db"));

    private bool IsDeclaredNew(string source) => definition.Overrides is { } path && File.Exists(path)
        && OverridesFile.Parse(File.ReadAllText(path), Path.GetFileName(path), []).Find(source) is { Kind: OverrideKind.New };

    /// <summary>True when the other program made the partner or may go on making it.</summary>
    private async Task<bool> StandsAsync(PartnerClaim claim, CancellationToken cancellationToken)
    {
        if (Others.FirstOrDefault(program => program.Name == claim.Program) is not { } program)
        {
            return false;
        }

        await using var migration = await OpenMigration.OpenAloneAsync(program.Folder, settings, cancellationToken);
        var runs = migration.Host.Runs;
        if (await runs.FindRunAsync(claim.RunId, cancellationToken) is not { } run
            || await runs.ReadRunsAsync(cancellationToken).AnyAsync(other => other.RollsBack == run.RunId && other.Status == RunStatus.Completed, cancellationToken))
        {
            return false;
        }

        return await runs.FindStepAsync(run.RunId, claim.Step, cancellationToken) switch
        {
            { State: StepState.Applied or StepState.Adopted } => true,
            { State: StepState.Declined or StepState.Failed or StepState.Conflict or StepState.Blocked } => false,
            _ => run.Status != RunStatus.Completed && await MayGoOnAsync(migration, run, cancellationToken),
        };
    }

    private static async Task<SiblingProgram?> SiblingAsync(string name, OpenMigration migration, SiblingQuery query, CancellationToken cancellationToken)
    {
        var other = migration.Host.Definition;
        if (other.Connections[other.Target].Rail != query.TargetRail
            || await migration.Pipeline.Snapshots.FindNewestAsync(SnapshotSide.Source, cancellationToken) is not { } source
            || await migration.Pipeline.Snapshots.FindNewestAsync(SnapshotSide.Target, cancellationToken) is not { } target
            || target.Manifest.Program.AccountId != query.TargetAccount)
        {
            return null;
        }

        return new SiblingProgram
        {
            Name = name,
            SameIds = other.Connections[other.Source].Rail == query.SourceRail
                && (query.SourceIdsAreRailWide || source.Manifest.Program.AccountId == query.SourceAccount),
            Runs = migration.Host.Runs,
            OpenPlan = async (run, token) => await MayGoOnAsync(migration, run, token) ? await migration.Pipeline.OpenPlanAsync(run.PlanHash, token) : null,
            Partners = token => source.ReadAsync(RecordCodecs.Partner, token).Select(record => record.Record),
        };
    }

    private static async Task<bool> MayGoOnAsync(OpenMigration migration, RunRow run, CancellationToken cancellationToken)
    {
        var host = migration.Host;
        var approval = await new ApprovalDesk(host.Runs, host.Signer, host.Time, host.Ids).FindByIdAsync(run.ApprovalId, cancellationToken);
        return approval is not null && host.Time.GetUtcNow() <= approval.RunUntil;
    }
}
