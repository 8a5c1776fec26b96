using System.Globalization;
using Bridge.Simulation.Impact.Portal;
using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.People;

/// <summary>
/// A simulated person who does what lies in an outbox folder, with a few mistakes, and the partners who answer. Each hand-off is
/// done once; one that is issued again (a higher <c>reissue</c>) is put right. The same seed and hand-offs give the same deeds.
/// </summary>
public sealed class PortalUser
{
    private readonly IImpactPortal portal;
    private readonly PortalUserSettings settings;
    private readonly TimeProvider time;
    private readonly string outbox;
    private readonly Func<string, string, Task> answer;
    private readonly PartnerCrowd partners;
    private readonly List<PortalLogEntry> log = [];
    private readonly Dictionary<string, int> done = new(StringComparer.Ordinal);
    private readonly HashSet<string> complained = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> templates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> uploaded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> imports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> seen = new(StringComparer.Ordinal);
    private int omitted;
    private int mislocked;
    private int forgotten;
    private int mistyped;
    private int undone;

    /// <summary>A person at a desk.</summary>
    /// <param name="portal">The web app.</param>
    /// <param name="settings">Habits.</param>
    /// <param name="time">The rail's clock.</param>
    /// <param name="outbox">Folder with hand-offs; need not exist yet.</param>
    /// <param name="answer">Told the id of a work item and the answer: a TemplateId, an address, or <c>done</c>.</param>
    public PortalUser(IImpactPortal portal, PortalUserSettings settings, TimeProvider time, string outbox, Func<string, string, Task> answer)
    {
        this.portal = portal;
        this.settings = settings;
        this.time = time;
        this.outbox = outbox;
        this.answer = answer;
        partners = new PartnerCrowd(portal, settings, time);
    }

    /// <summary>What happened so far, in order.</summary>
    public IReadOnlyList<PortalLogEntry> Log
    {
        get
        {
            lock (log)
            {
                return [.. log];
            }
        }
    }

    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await PollAsync(cancellationToken);
                await Task.Delay(settings.PollEvery, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Going home is how the work ends.
        }
    }

    /// <summary>One look into the outbox, at the imports under way and at the partners.</summary>
    public async Task PollAsync(CancellationToken cancellationToken)
    {
        foreach (var slip in OutboxSlip.ReadAll(outbox).Where(slip => !done.TryGetValue(slip.Id, out var last) || last < slip.Reissue).ToList())
        {
            if (IsPutOff(slip))
                continue;

            try
            {
                await DoAsync(slip, cancellationToken);
                done[slip.Id] = slip.Reissue;
            }
            catch (PortalException exception)
            {
                if (complained.Add($"{slip.Id}/{slip.Reissue}"))
                    Note(PortalEvent.RefusedByPortal, slip.Id, exception.Message);
            }
        }

        await FollowImportsAsync(cancellationToken);
        await partners.AnswerAsync(Note, cancellationToken);
    }

    /// <summary>Some things are done days later; which ones depends on the seed and the hand-off alone.</summary>
    private bool IsPutOff(OutboxSlip slip)
    {
        var key = $"{slip.Id}/{slip.Reissue}";
        if (StableHash.Fraction(settings.Seed, $"put-off/{key}") >= settings.LateShare)
            return false;

        var now = time.GetUtcNow();
        if (seen.TryAdd(key, now))
            Note(PortalEvent.PutOff, slip.Id, string.Create(CultureInfo.InvariantCulture, $"{settings.LateBy.TotalHours:0} hours"));
        return now < seen[key] + settings.LateBy;
    }

    private Task DoAsync(OutboxSlip slip, CancellationToken cancellationToken) => slip switch
    {
        { Kind: "FilePack" } => UploadAsync(slip, cancellationToken),
        { Task: "build-template" } => BuildAsync(slip, cancellationToken),
        { Task: "find-contact" } => FindAsync(slip, cancellationToken),
        { Task: "switch-contract" } => ActAsync(slip, portal.SwitchContractAsync, cancellationToken),
        { Task: "invite-partner" } => ActAsync(slip, portal.InviteAsync, cancellationToken),
        { Task: "permit-host" } => ActAsync(slip, portal.PermitHostAsync, cancellationToken),
        { Task: "activate-program" } => ActAsync(slip, (_, token) => portal.ActivateProgramAsync(token), cancellationToken),
        _ => throw new PortalException($"I do not know how to do '{slip.Task}'."),
    };

    private async Task UploadAsync(OutboxSlip slip, CancellationToken cancellationToken)
    {
        if (slip.Reissue == 0 && forgotten < settings.ForgottenUploads)
        {
            forgotten++;
            Note(PortalEvent.UploadForgotten, slip.Id, null);
            return;
        }

        var table = TableText.Parse(slip.ReadTable());
        if (!uploaded.TryGetValue(slip.Id, out var before))
            uploaded[slip.Id] = before = new HashSet<string>(StringComparer.Ordinal);

        // What was uploaded before is not uploaded again: the partner import would make second accounts.
        var rows = table.Rows.Where(row => !before.Contains(row)).ToList();
        var omits = slip.Reissue == 0 && rows.Count > 1 && omitted < settings.OmittedRows;
        if (omits)
        {
            var place = StableHash.Pick(settings.Seed, $"omit/{slip.Id}", rows.Count);
            rows.RemoveAt(place);
            omitted++;
            Note(PortalEvent.RowOmitted, slip.Id, string.Create(CultureInfo.InvariantCulture, $"row {place + 2}"));
        }

        if (rows.Count == 0)
            return;

        var text = table.With(rows);
        if (slip.Task == "prospect-import")
            imports[await portal.ImportProspectsAsync(text, cancellationToken)] = slip.Id;
        else if (slip.Task == "partner-import")
            await TakeResultAsync(slip.Id, await portal.ImportPartnersAsync(text, slip.TemplateId, cancellationToken), cancellationToken);
        else
            throw new PortalException($"I do not know the tool '{slip.Task}'.");

        before.UnionWith(rows);
        if (!omits)
            Note(slip.Reissue > 0 ? PortalEvent.Corrected : PortalEvent.Done, slip.Id, string.Create(CultureInfo.InvariantCulture, $"{rows.Count} rows"));
    }

    private async Task BuildAsync(OutboxSlip slip, CancellationToken cancellationToken)
    {
        var form = slip.FieldsJson;
        var slips = slip.Reissue == 0 && mistyped < settings.MistypedRates && FormTypo.InRate(form, settings.Seed) is not null;
        if (slips)
        {
            var (wrong, detail) = FormTypo.InRate(form, settings.Seed)!.Value;
            form = wrong;
            mistyped++;
            Note(PortalEvent.RateMistyped, slip.Id, detail);
        }
        else if (slip.Reissue == 0 && mislocked < settings.WrongLockDates && FormTypo.InLockDate(form, settings.Seed) is { } late)
        {
            (form, slips) = (late.Form, true);
            mislocked++;
            Note(PortalEvent.LockMistyped, slip.Id, late.Detail);
        }

        if (templates.TryGetValue(slip.Id, out var known))
            await portal.ChangeTemplateAsync(known, form, cancellationToken);
        else
            templates[slip.Id] = known = await portal.CreateTemplateAsync(form, cancellationToken);

        if (!slips)
            Note(slip.Reissue > 0 ? PortalEvent.Corrected : PortalEvent.Done, slip.Id, $"template {known}");
        await answer(slip.Id, known);
    }

    private async Task FindAsync(OutboxSlip slip, CancellationToken cancellationToken)
    {
        using var fields = System.Text.Json.JsonDocument.Parse(slip.FieldsJson);
        var website = new JsonFields(fields.RootElement).Required("website");
        var email = await portal.FindContactAsync(website, cancellationToken)
            ?? throw new PortalException("No account with this website shows a contact.");
        Note(PortalEvent.Done, slip.Id, null);
        await answer(slip.Id, email);
    }

    private async Task ActAsync(OutboxSlip slip, Func<string, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        if (slip.Reissue == 0 && undone < settings.UndoneTicks)
        {
            undone++;
            Note(PortalEvent.TickedUndone, slip.Id, slip.Task);
        }
        else
        {
            await act(slip.FieldsJson, cancellationToken);
            Note(slip.Reissue > 0 ? PortalEvent.Corrected : PortalEvent.Done, slip.Id, slip.Task);
        }

        await answer(slip.Id, "done");
    }

    private async Task FollowImportsAsync(CancellationToken cancellationToken)
    {
        foreach (var (import, slip) in imports.ToList())
        {
            var result = await portal.ImportAsync(import, cancellationToken);
            if (!result.IsFinished)
                continue;

            imports.Remove(import);
            await TakeResultAsync(slip, result, cancellationToken);
        }
    }

    /// <summary>The result file comes by mail, also when rows were refused.</summary>
    private async Task TakeResultAsync(string slip, ImportResult result, CancellationToken cancellationToken)
    {
        Complain(slip, result);
        if (settings.Mailbox is not { } mailbox)
            return;

        Directory.CreateDirectory(mailbox);
        var path = Path.Combine(mailbox, $"import-result-{result.Id}.csv");
        await File.WriteAllTextAsync(path, await portal.ImportResultFileAsync(result.Id, cancellationToken), cancellationToken);
        Note(PortalEvent.ResultMailed, slip, path);
    }

    private void Complain(string slip, ImportResult result)
    {
        foreach (var row in result.Rows.Where(row => row.Outcome == "ERROR"))
            Note(PortalEvent.RowRefused, slip, string.Create(CultureInfo.InvariantCulture, $"row {row.Row}: {row.Message}"));
    }

    private void Note(PortalEvent happened, string subject, string? detail)
    {
        lock (log)
        {
            log.Add(new PortalLogEntry(time.GetUtcNow(), happened, subject, detail));
        }
    }
}
