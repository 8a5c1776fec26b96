namespace Bridge.Simulation.Impact.People;

/// <summary>How a simulated person and the partners behave. Zero everywhere gives people without faults.</summary>
public sealed record PortalUserSettings
{
    /// <summary>Seed of every choice.</summary>
    public required int Seed { get; init; }

    /// <summary>Files of which one row is left out.</summary>
    public int OmittedRows { get; init; } = 1;

    /// <summary>Templates of which one rate is mistyped.</summary>
    public int MistypedRates { get; init; } = 1;

    /// <summary>Templates of which one lock date is wrong by a day.</summary>
    public int WrongLockDates { get; init; }

    /// <summary>Files that are not uploaded until they are handed out again.</summary>
    public int ForgottenUploads { get; init; }

    /// <summary>Share of the hand-offs that are put off for <see cref="LateBy"/>.</summary>
    public decimal LateShare { get; init; }

    /// <summary>How long a hand-off is put off.</summary>
    public TimeSpan LateBy { get; init; } = TimeSpan.FromDays(4);

    /// <summary>Share of the partners who take <see cref="LateBy"/> longer to answer.</summary>
    public decimal LatePartnerShare { get; init; }

    /// <summary>Folder into which result files are mailed; null to throw them away.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Work items that are ticked without being done.</summary>
    public int UndoneTicks { get; init; } = 1;

    /// <summary>Share of the partners who refuse.</summary>
    public decimal RefusalShare { get; init; } = 0.03m;

    /// <summary>Shortest time a partner takes to answer.</summary>
    public TimeSpan QuickestAnswer { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest time a partner takes to answer; most are much quicker.</summary>
    public TimeSpan SlowestAnswer { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Time between two looks into the outbox.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromMinutes(2);
}
