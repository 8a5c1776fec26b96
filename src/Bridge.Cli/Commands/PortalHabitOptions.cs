using System.CommandLine;
using System.Globalization;
using Bridge.Simulation.Impact.People;

namespace Bridge.Cli.Commands;

/// <summary>How simulated people behave, as options.</summary>
internal sealed class PortalHabitOptions
{
    private readonly Option<int> seed = new("--seed") { Description = "Seed of what people do.", DefaultValueFactory = _ => 7 };
    private readonly Option<bool> careful = new("--careful") { Description = "People without mistakes, partners who all accept; the options below still add some." };
    private readonly Option<int?> wrongRates = Count("--wrong-rate", "Templates that are built with one wrong rate (default: 1).");
    private readonly Option<int?> wrongLocks = Count("--wrong-lock", "Templates that are built with one wrong lock date (default: 0).");
    private readonly Option<int?> omitted = Count("--omitted", "Files that are uploaded without one of their rows (default: 1).");
    private readonly Option<int?> forgotten = Count("--forgotten", "Files that are not uploaded until they are handed out again (default: 0).");
    private readonly Option<int?> undone = Count("--undone", "Tasks that are ticked without being done (default: 1).");
    private readonly Option<decimal?> refusals = Share("--refusals", "Share of the partners who refuse (default: 0.03).");
    private readonly Option<decimal?> late = Share("--late", "Share of files and tasks that are put off (default: 0).");
    private readonly Option<decimal?> latePartners = Share("--late-partners", "Share of the partners who answer late (default: 0).");
    private readonly Option<string> lateBy = new("--late-by") { Description = "How late, as in 90m, 12h or 4d (default: 4d).", HelpName = "duration" };
    private readonly Option<string> mailbox = new("--mailbox") { Description = "Folder into which the importer's result files are mailed.", HelpName = "folder" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { seed, careful, wrongRates, wrongLocks, omitted, forgotten, undone, refusals, late, latePartners, lateBy, mailbox })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was typed.</summary>
    /// <exception cref="CliException">A value is out of bounds.</exception>
    public PortalUserSettings Read(CommandContext context)
    {
        var habits = new PortalUserSettings { Seed = context.Value(seed) };
        if (context.Value(careful))
        {
            habits = habits with { OmittedRows = 0, MistypedRates = 0, UndoneTicks = 0, RefusalShare = 0 };
        }

        return habits with
        {
            MistypedRates = Number(context, wrongRates) ?? habits.MistypedRates,
            WrongLockDates = Number(context, wrongLocks) ?? habits.WrongLockDates,
            OmittedRows = Number(context, omitted) ?? habits.OmittedRows,
            ForgottenUploads = Number(context, forgotten) ?? habits.ForgottenUploads,
            UndoneTicks = Number(context, undone) ?? habits.UndoneTicks,
            RefusalShare = Part(context, refusals) ?? habits.RefusalShare,
            LateShare = Part(context, late) ?? habits.LateShare,
            LatePartnerShare = Part(context, latePartners) ?? habits.LatePartnerShare,
            LateBy = context.Value(lateBy) is { } text ? Durations.Parse("--late-by", text) : habits.LateBy,
            Mailbox = context.Value(mailbox) is { } folder ? context.PathOf(folder) : null,
        };
    }

    private static Option<int?> Count(string name, string description) => new(name) { Description = description, HelpName = "count" };

    private static Option<decimal?> Share(string name, string description) => new(name) { Description = description, HelpName = "share" };

    private static int? Number(CommandContext context, Option<int?> option) => context.Value(option) switch
    {
        < 0 => throw new CliException($"{option.Name} must not be below 0.", "Write a whole number from 0.") { Value = context.Value(option)?.ToString(CultureInfo.InvariantCulture) },
        var number => number,
    };

    private static decimal? Part(CommandContext context, Option<decimal?> option) => context.Value(option) switch
    {
        < 0 or > 1 => throw new CliException($"{option.Name} must be from 0 to 1.", "0.03 is 3 %.") { Value = context.Value(option)?.ToString(CultureInfo.InvariantCulture) },
        var share => share,
    };
}
