namespace Bridge.Simulation.House;

/// <summary>What the files hold, by the generator's own account.</summary>
public sealed class HouseTruth
{
    /// <summary>Partner ids.</summary>
    public List<string> Partners { get; } = [];

    /// <summary>Names of groups.</summary>
    public SortedSet<string> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>Contract ids and the number of their terms.</summary>
    public Dictionary<string, int> Contracts { get; } = new(StringComparer.Ordinal);

    /// <summary>Link ids.</summary>
    public List<string> Links { get; } = [];

    /// <summary>Codes as written.</summary>
    public List<string> Codes { get; } = [];

    /// <summary>Order ids.</summary>
    public List<string> Orders { get; } = [];

    /// <summary>Sum of all commissions.</summary>
    public decimal Commission { get; set; }

    /// <summary>Rows of the partner list that nobody can read.</summary>
    public int UnreadablePartners { get; set; }

    /// <summary>Totals rows of the partner list.</summary>
    public int PartnerTotals { get; set; }

    /// <summary>E-mail addresses, which must not be seen outside of the vault.</summary>
    public List<string> Emails { get; } = [];
}
