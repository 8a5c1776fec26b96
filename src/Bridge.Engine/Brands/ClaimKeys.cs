using Bridge.Engine.Matching;
using Bridge.Engine.Planning;
using Bridge.Model.Partners;

namespace Bridge.Engine.Brands;

/// <summary>What a partner that is to be made is known by over all programs of a brand, free of personal values.</summary>
public static class ClaimKeys
{
    private static readonly SharedDomains Shared = new(new HashSet<string>());

    /// <summary>Keys of a step, in ordinal order.</summary>
    /// <param name="step">Step that makes the partner.</param>
    /// <param name="header">Header of its plan.</param>
    /// <param name="idsAreRailWide">True when the source rail gives a partner one id over all accounts.</param>
    public static IReadOnlyList<string> Of(CreatePartner step, PlanHeader header, bool idsAreRailWide)
    {
        var scope = $"{header.TargetRail}/{header.TargetAccount}";
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        if (WebProperty.DomainOf(step.Draft.Website) is { } host && !Shared.Contains(host))
        {
            keys.Add($"{scope}/host/{host}");
        }

        if (step.Draft.Contact?.Email is { } email)
        {
            keys.Add($"{scope}/email/{email.Hash}");
        }

        // Without any other mark the id stands for itself alone, and no other program can mean it.
        if (step.Source is { } source && (idsAreRailWide || keys.Count == 0))
        {
            keys.Add(idsAreRailWide ? $"{scope}/id/{header.SourceRail}/{source}" : $"{scope}/id/{header.SourceRail}/{header.Migration}/{source}");
        }

        return [.. keys];
    }
}
