using System.Runtime.InteropServices;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>
/// What became of each source partner, as far as its contracts, links and codes need to know. The planner's only state that
/// grows with the program, so it is kept small: about 80 bytes for each partner whose keys have ten characters (8 MB for
/// 100,000). Ids of steps are made from keys whenever they are asked for, not kept.
/// </summary>
internal sealed class PartnerStandings
{
    private const int None = -1;
    private static readonly string[] Verbs = ["", "accept", "establish"];

    private readonly TextTable keys = new();
    private readonly TextTable templates = new();
    private readonly TextArena contracts = new();
    private readonly List<Entry> entries = [];

    /// <summary>The standing of a partner, begun when nothing spoke of it yet.</summary>
    public PartnerStanding Of(string partner)
    {
        var number = keys.Number(partner);
        if (number == entries.Count)
        {
            entries.Add(new Entry { Leading = None, Ready = None, Template = None, Excluded = None });
        }

        return new PartnerStanding(this, number);
    }

    /// <summary>The standing of a partner; null when nothing spoke of it.</summary>
    public PartnerStanding? Find(string partner) => keys.Find(partner) is var number and >= 0 ? new PartnerStanding(this, number) : null;

    internal ref Entry At(int number) => ref CollectionsMarshal.AsSpan(entries)[number];

    internal string KeyOf(int number) => keys[number];

    internal LeadingContract? LeadingOf(in Entry entry) => entry.Leading == None
        ? null
        : new LeadingContract(entry.Precedence, contracts.TextAt(entry.Leading), entry.Template == None ? null : templates[entry.Template]);

    internal void Lead(ref Entry entry, LeadingContract contract)
    {
        entry.Precedence = contract.Precedence;
        entry.Leading = contracts.Add(contract.Key);
        entry.Template = contract.TemplateKey is { } template ? templates.Number(template) : None;
    }

    internal TargetRef TargetOf(int number) => At(number).TargetId is { } id
        ? TargetRef.Known(id)
        : TargetRef.Of(StepIds.Of(EntityKind.Partner, keys[number], "create"));

    internal void WaitFor(ref Entry entry, string contract, string verb)
    {
        entry.Ready = contracts.Add(contract);
        entry.ReadyVerb = (byte)Array.IndexOf(Verbs, verb);
    }

    internal string? ReadyOf(in Entry entry) =>
        entry.Ready == None ? null : StepIds.Of(EntityKind.Contract, contracts.TextAt(entry.Ready), Verbs[entry.ReadyVerb]);

    /// <summary>One partner; read and changed through <see cref="PartnerStanding"/>.</summary>
    internal struct Entry
    {
        /// <summary>Id on the target; null when a step of this plan makes the partner. The text of the match index, no copy.</summary>
        public string? TargetId;

        /// <summary>Place of the leading contract's key.</summary>
        public int Leading;

        /// <summary>Its precedence.</summary>
        public int Precedence;

        /// <summary>Number of its template; there are as many as offers.</summary>
        public int Template;

        /// <summary>Place of the key of the contract that links and codes wait for.</summary>
        public int Ready;

        /// <summary>What is done with that contract.</summary>
        public byte ReadyVerb;

        /// <summary>How a partner that a step makes comes to its contract.</summary>
        public byte Way;

        /// <summary>Outcome of a partner that does not move.</summary>
        public sbyte Excluded;

        /// <summary>True once the partner itself was seen.</summary>
        public bool Known;
    }
}
