using Bridge.Engine.Approval;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Mapping;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Matching;
using Bridge.Engine.Planning;
using Bridge.Engine.Privacy;
using Bridge.Engine.Questions;
using Bridge.Engine.Snapshots;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Migrations;

/// <summary>Puts together what a plan is made from, and names each by hash in the header.</summary>
/// <param name="host">Host.</param>
/// <param name="connections">Connections.</param>
/// <param name="snapshots">Snapshots.</param>
internal sealed class PlanInputsReader(MigrationHost host, RailConnections connections, SnapshotStore snapshots)
{
    /// <summary>Reads the newest inputs.</summary>
    /// <exception cref="MigrationInvalidException">Something is missing or wrong; everything is named.</exception>
    public async Task<PlanInputs> ReadAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var source = await SnapshotAsync(SnapshotSide.Source, cancellationToken);
        var target = await SnapshotAsync(SnapshotSide.Target, cancellationToken);
        var answers = new AnswersFile(host.Definition.Folder).Read(findings);
        CheckReading(answers, source, findings);
        var profile = ProfileFiles.Load(host, findings).With(TierAnswers.Of(answers));
        var overrides = ReadOverrides(host, findings).With(
            answers.Of(QuestionKinds.PartnerMatch).Select(row => PartnerOverride.Of(row.Subject, row.Value!, row.Line) with { Question = row.QuestionId() }), findings);
        var optOut = ReadOptOut(host, findings);
        var authorities = await AuthoritiesAsync(host, cancellationToken);
        if (findings.Exists(finding => finding.Severity == Severity.Blocking))
        {
            throw new MigrationInvalidException(findings);
        }

        var sourceRail = connections.ModuleOf(host.Definition.Source).Descriptor;
        var targetRail = connections.ModuleOf(host.Definition.Target).Descriptor;
        HashSet<PartnerEntry> withheld = authorities.MayCreateAccounts ? [] : [PartnerEntry.CreateDirectly];
        var mapping = new ProgramMapping(profile, targetRail, target.Manifest.Program, await GroupsAsync(source, cancellationToken), withheld);
        findings.AddRange(mapping.ProgramFindings);
        findings.AddRange(AboutAuthorities(profile, authorities));
        var idMap = new RunStoreIdMap(host.Runs);
        return new PlanInputs
        {
            Header = await HeaderAsync(source, target, mapping, overrides, answers, sourceRail, targetRail, cancellationToken) with { Authorities = authorities.Hash, OptOut = optOut.Hash },
            Source = source,
            Target = target,
            Mapping = mapping,
            Matcher = await MatcherAsync(profile, overrides, source, target, mapping, findings, cancellationToken),
            IdMap = idMap,
            Proofs = await StateHashes.ReadProofsAsync(host.Runs, cancellationToken).ToDictionaryAsync(pair => pair.Key, pair => pair.Proof, StringComparer.Ordinal, cancellationToken),
            TargetRail = targetRail,
            Declined = await DeclinedAsync(cancellationToken),
            Erased = (await PersonEraser.ReadAsync(host.Runs, cancellationToken)).Keys.ToHashSet(StringComparer.Ordinal),
            Authorities = authorities,
            OptOut = optOut,
            OnLoss = profile.Definition.OnLoss,
            Gates = profile.Definition.Gates,
            Findings = findings,
        };
    }

    /// <summary>The authorities that hold now.</summary>
    /// <exception cref="ApprovalRefusedException">One was changed after it was signed.</exception>
    public static async Task<AuthoritySet> AuthoritiesAsync(MigrationHost host, CancellationToken cancellationToken) =>
        new(await new AuthorityDesk(host.Runs, host.Signer, host.Time, host.Ids).ReadAsync(cancellationToken));

    /// <summary>Hash of the list of those who want no mail as it is now; null when there is none.</summary>
    public static string? HashOfOptOut(MigrationHost host) => ReadOptOut(host, []).Hash;

    /// <summary>Hash of the overrides file as it is now; null when there is none.</summary>
    public static string? HashOfOverrides(MigrationHost host) => ReadOverrides(host, []).Hash;

    private static IEnumerable<Finding> AboutAuthorities(MappingProfile profile, AuthoritySet authorities)
    {
        if (profile.Definition.Partners.Entry.Any(entry => entry.Way == PartnerEntry.CreateDirectly))
        {
            yield return authorities.MayCreateAccounts
                ? AuthorityFindings.Of(AuthorityFindings.AccountsCreated, null, $"Partner accounts are created by API on the authority of {string.Join("; ", authorities.ForAccounts)}.")
                : AuthorityFindings.Of(AuthorityFindings.AccountsNotCreated, null, AuthorityFindings.AccountsNotCreated.Meaning);
        }

        foreach (var mails in authorities.ForMails)
        {
            yield return AuthorityFindings.Of(AuthorityFindings.MailsGoOut, mails.Partner, $"{(mails.Partner is null ? "Every partner who unsubscribed" : $"Partner {mails.Partner}, who unsubscribed,")} may be mailed on the authority of {mails}.");
        }
    }

    private static OptOutFile ReadOptOut(MigrationHost host, List<Finding> findings)
    {
        if (host.Definition.OptOut is not { } path)
        {
            return OptOutFile.None;
        }

        if (File.Exists(path))
        {
            return OptOutFile.Parse(File.ReadAllText(path), Path.GetFileName(path), mail => host.Vault.Hash(PersonalKind.Email, mail), findings);
        }

        findings.Add(new Finding
        {
            Code = "BRG-MIG-012",
            Severity = Severity.Blocking,
            Place = MigrationReader.FileName,
            Value = Path.GetRelativePath(host.Definition.Folder, path),
            Message = "The list of those who want no mail is not there.",
            Remedy = "Correct 'optOut:' in bridge.yaml, or write the file with the line 'who'.",
        });
        return OptOutFile.None;
    }

    private static OverridesFile ReadOverrides(MigrationHost host, List<Finding> findings)
    {
        if (host.Definition.Overrides is not { } path)
        {
            return OverridesFile.None;
        }

        if (File.Exists(path))
        {
            return OverridesFile.Parse(File.ReadAllText(path), Path.GetFileName(path), findings);
        }

        findings.Add(new Finding
        {
            Code = "BRG-MIG-012",
            Severity = Severity.Blocking,
            Place = MigrationReader.FileName,
            Value = Path.GetRelativePath(host.Definition.Folder, path),
            Message = "The overrides file is not there.",
            Remedy = "Correct 'overrides:' in bridge.yaml, or write the file with the line 'source,target,note'.",
        });
        return OverridesFile.None;
    }

    /// <summary>A source that was read before people said how to read it is not what they meant.</summary>
    private static void CheckReading(AnswerBook answers, Snapshot source, List<Finding> findings)
    {
        if (answers.LastReadingAnswer() is { } answered && answered > source.Manifest.StartedAt)
        {
            findings.Add(QuestionFindings.Of(
                QuestionFindings.ReadingOutdated,
                AnswersFile.Name,
                answers.History.Last(row => row.At == answered).Line,
                null,
                $"The source was read at {source.Manifest.StartedAt:u}; how its files are to be read was answered at {answered:u}."));
        }
    }

    private async Task<HashSet<string>> DeclinedAsync(CancellationToken cancellationToken)
    {
        var declined = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var document in host.Runs.ReadDocumentsAsync(DeclinedPartner.Kind, cancellationToken))
        {
            declined.Add(document.Key);
        }

        return declined;
    }

    /// <summary>Partner groups of the source: as many as people keep by hand.</summary>
    private static async Task<List<PartnerGroup>> GroupsAsync(Snapshot source, CancellationToken cancellationToken)
    {
        var groups = new List<PartnerGroup>();
        await foreach (var (group, _, _) in source.ReadAsync(RecordCodecs.PartnerGroup, cancellationToken))
        {
            groups.Add(group);
        }

        return groups;
    }

    private async Task<Snapshot> SnapshotAsync(SnapshotSide side, CancellationToken cancellationToken) =>
        await snapshots.FindNewestAsync(side, cancellationToken) ?? throw new MigrationInvalidException([new Finding
        {
            Code = "BRG-MIG-013",
            Severity = Severity.Blocking,
            Message = $"There is no snapshot of the {(side == SnapshotSide.Source ? "source" : "target")} yet.",
            Remedy = "Run 'bridge extract' first.",
        }]);

    private async Task<PartnerMatcher> MatcherAsync(
        MappingProfile profile, OverridesFile overrides, Snapshot source, Snapshot target, ProgramMapping mapping, List<Finding> findings, CancellationToken cancellationToken)
    {
        var index = await TargetPartnerIndex.BuildAsync(
            profile.Definition.Match, target.ReadAsync(RecordCodecs.Partner, cancellationToken).Select(record => record), cancellationToken);
        var inScope = source.ReadAsync(RecordCodecs.Partner, cancellationToken)
            .Select(record => record.Record)
            .Where(partner => mapping.MapPartner(partner).Exclusion is null);
        return await PartnerMatcher.PrepareAsync(
            index, overrides, host.Runs.ReadIdMapAsync(EntityKind.Partner, cancellationToken), inScope, findings, cancellationToken);
    }

    private async Task<PlanHeader> HeaderAsync(
        Snapshot source, Snapshot target, ProgramMapping mapping, OverridesFile overrides, AnswerBook answers, RailDescriptor sourceRail, RailDescriptor targetRail, CancellationToken cancellationToken) => new()
        {
            Kind = PlanKind.Apply,
            Client = host.Definition.Client,
            Migration = host.Definition.Migration,
            SourceConnection = host.Definition.Source,
            TargetConnection = host.Definition.Target,
            SourceRail = sourceRail.Id,
            TargetRail = targetRail.Id,
            TargetAccount = target.Manifest.Program.AccountId,
            TargetProgram = target.Manifest.Program.Id,
            TargetProgramName = target.Manifest.Program.Name,
            SourceSnapshot = source.Manifest.Hash,
            TargetSnapshot = target.Manifest.Hash,
            Profile = mapping.Hash,
            Overrides = overrides.Hash,
            Answers = answers.PlanHash(),
            Decisions = await StateHashes.OfDecisionsAsync(host.Runs, cancellationToken),
            IdMap = await StateHashes.OfIdMapAsync(host.Runs, cancellationToken),
            TemplateProofs = await StateHashes.OfProofsAsync(host.Runs, cancellationToken),
            Connectors = $"{sourceRail.Id} {sourceRail.ConnectorVersion}, {targetRail.Id} {targetRail.ConnectorVersion}",
        };
}
