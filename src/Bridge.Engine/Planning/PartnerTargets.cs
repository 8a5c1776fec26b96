using System.IO.Hashing;
using System.Runtime.InteropServices;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>
/// Which object on the target each partner of a plan is, as the partner's own line says; every contract, link and code must
/// name the same. Two hashes for each partner.
/// </summary>
internal sealed class PartnerTargets
{
    private readonly Dictionary<ulong, ulong> targets = [];

    /// <summary>The line of a partner that is on the target as it should be.</summary>
    public void Learn(OutcomeLine line)
    {
        if (line is { Entity: EntityKind.Partner, Outcome: Outcome.Unchanged, TargetId: { } id })
        {
            Add(line.Source, TargetRef.Known(id));
        }
    }

    /// <summary>The step of a partner.</summary>
    public void Learn(PlanStep step)
    {
        if (step.Entity == EntityKind.Partner && step.Source is { } source)
        {
            Add(source, step switch
            {
                AdoptObject adopt => TargetRef.Known(adopt.TargetId),
                AmendPartner amend => amend.Amendment.Partner,
                _ => TargetRef.Of(step.Id),
            });
        }
    }

    /// <summary>A step that is done for a partner.</summary>
    /// <exception cref="ConservationException">It is done for another one than its record belongs to.</exception>
    public void Require(PlanStep step)
    {
        TargetRef? named = step switch
        {
            EstablishContract establish => establish.Draft.Partner,
            DecideApplication decide => decide.Decision.Partner,
            CreateLink link => link.Draft.Partner,
            CreatePromoCode code => code.Draft.Owner,
            _ => null,
        };
        if (named is not { } target)
        {
            return;
        }

        var key = step.Source ?? StepIds.KeyOf(step.Id);
        if (step.Partner is not { } partner || !targets.TryGetValue(Hash(partner), out var known))
        {
            throw new ConservationException($"{EntityNames.Of(step.Entity)} '{key}' moves, and its partner '{step.Partner}' does not.");
        }

        if (known != Hash(target.ToString()))
        {
            throw new ConservationException($"{EntityNames.Of(step.Entity)} '{key}' of partner '{partner}' is planned for '{target}' on the target, which is not that partner.");
        }
    }

    private void Add(string source, TargetRef target) => targets[Hash(source)] = Hash(target.ToString());

    private static ulong Hash(string text) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()));
}
