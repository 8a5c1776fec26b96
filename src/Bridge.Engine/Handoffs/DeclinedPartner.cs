using System.Security.Cryptography;
using System.Text;

namespace Bridge.Engine.Handoffs;

/// <summary>
/// A partner who declined. Rails show that on a proposal to an account that exists; an invitation that a newcomer turns down
/// is seen in the portal alone, so a person reports it. Nobody who declined is asked again by a later plan, unless the
/// overrides file says so.
/// </summary>
/// <param name="Run">Run in which the partner declined.</param>
/// <param name="By">Who reported it; null when the rail shows it.</param>
/// <param name="At">When.</param>
public sealed record DeclinedPartner(string? Run, string? By, DateTimeOffset At)
{
    /// <summary>Document kind in the run store; the key is the source key of the partner.</summary>
    public const string Kind = "declined";

    /// <summary>Name under which a person's report lies in the outbox until the run takes it.</summary>
    public static string ReportId(string partner) => "declined-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(partner)))[..16];
}
