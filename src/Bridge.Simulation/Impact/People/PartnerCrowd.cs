using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.People;

/// <summary>
/// The partners' answers. Whether and when one accepts depends on the seed and on who it is alone, so that the same partner
/// answers the same way whenever it is asked.
/// </summary>
internal sealed class PartnerCrowd(IImpactPortal portal, PortalUserSettings settings, TimeProvider time)
{
    /// <summary>Gives the answers that are due.</summary>
    public async Task AnswerAsync(Action<PortalEvent, string, string?> log, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = (await portal.OpenInvitationsAsync(cancellationToken))
            .Select(one => (Invitation: one, At: one.SentAt + Delay(one)))
            .Where(one => one.At <= now)
            .OrderBy(one => one.At)
            .ThenBy(one => one.Invitation.Id, StringComparer.Ordinal)
            .ToList();
        foreach (var (invitation, _) in due)
        {
            var who = invitation.Value1 ?? invitation.Id;
            if (Refuses(invitation))
            {
                await portal.RefuseAsync(invitation.Id, cancellationToken);
                log(PortalEvent.PartnerRefused, who, null);
            }
            else
            {
                await portal.AcceptAsync(invitation.Id, cancellationToken);
                log(PortalEvent.PartnerAccepted, who, null);
            }
        }
    }

    private bool Refuses(OpenInvitation one) => StableHash.Fraction(settings.Seed, $"refuse/{Who(one)}") < settings.RefusalShare;

    private TimeSpan Delay(OpenInvitation one)
    {
        var share = StableHash.Fraction(settings.Seed, $"delay/{Who(one)}");
        var late = StableHash.Fraction(settings.Seed, $"late/{Who(one)}") < settings.LatePartnerShare ? settings.LateBy : TimeSpan.Zero;
        return late + settings.QuickestAnswer + ((settings.SlowestAnswer - settings.QuickestAnswer) * (double)(share * share));
    }

    private static string Who(OpenInvitation one) => one.Value1 ?? one.Name;
}
