using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>The standing of one source partner, a view into <see cref="PartnerStandings"/>.</summary>
/// <param name="table">Where it is kept.</param>
/// <param name="number">Number of the partner in it.</param>
internal readonly struct PartnerStanding(PartnerStandings table, int number)
{
    /// <summary>Source key of the partner.</summary>
    public string Key => table.KeyOf(number);

    /// <summary>The contract that leads, whether it can move or not; null when it has none in scope.</summary>
    public LeadingContract? Leading => table.LeadingOf(table.At(number));

    /// <summary>True once the partner itself was seen: contracts may speak of partners that the snapshot does not hold.</summary>
    public bool Known => table.At(number).Known;

    /// <summary>Why it does not move; null when it does.</summary>
    public Outcome? Excluded => table.At(number).Excluded is >= 0 and var outcome ? (Outcome)outcome : null;

    /// <summary>The partner on the target; null when it does not move.</summary>
    public TargetRef? Target => Known && Excluded is null ? table.TargetOf(number) : null;

    /// <summary>Step that links and codes wait for: the partner's, later its contract's; null when both exist already.</summary>
    public string? ReadyAfter => table.ReadyOf(table.At(number)) ?? Target?.Step;

    /// <summary>Takes a contract of the partner; it leads when it leads over the one that did so far.</summary>
    public void Consider(LeadingContract candidate)
    {
        if (Leading is not { } leading || candidate.LeadsOver(leading))
        {
            table.Lead(ref table.At(number), candidate);
        }
    }

    /// <summary>Notes that the partner does not move.</summary>
    public void Exclude(Outcome outcome) => (table.At(number).Known, table.At(number).Excluded) = (true, (sbyte)outcome);

    /// <summary>Notes that the partner moves.</summary>
    /// <param name="id">Its id on the target; null when a step of this plan makes it.</param>
    /// <param name="way">How one that a step makes comes to its contract.</param>
    public void Move(string? id, ContractWay way = ContractWay.SwitchInPortal) =>
        (table.At(number).Known, table.At(number).TargetId, table.At(number).Way) = (true, id, (byte)way);

    /// <summary>How the partner comes to its contract.</summary>
    public ContractWay Way => table.At(number).TargetId is null ? (ContractWay)table.At(number).Way : ContractWay.SwitchInPortal;

    /// <summary>Notes that links and codes wait for a step about one of its contracts.</summary>
    /// <param name="contract">Source key of the contract.</param>
    /// <param name="verb">Verb of the step: accept or establish.</param>
    public void WaitFor(string contract, string verb) => table.WaitFor(ref table.At(number), contract, verb);
}
