using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Migrations;
using Bridge.Engine.Snapshots;
using Bridge.Model.Records;

namespace Bridge.Engine.Brands;

/// <summary>Reads what other programs of the brand did with the partners of this one's newest snapshots.</summary>
/// <param name="host">Host.</param>
internal sealed class SiblingReading(MigrationHost host)
{
    /// <summary>The rows and their hash; nothing for a migration that is no program of a brand.</summary>
    public async Task<(SiblingPartners? Partners, string? Hash)> ReadAsync(Snapshot source, Snapshot target, MatchSection rules, CancellationToken cancellationToken)
    {
        if (host.Brand is not { } brand)
        {
            return (null, null);
        }

        var sourceRail = RailOf(host.Definition.Source);
        var partners = await brand.ReadPartnersAsync(
            new SiblingQuery
            {
                SourceRail = sourceRail,
                SourceAccount = source.Manifest.Program.AccountId,
                SourceIdsAreRailWide = IdsAreRailWide(host),
                TargetRail = RailOf(host.Definition.Target),
                TargetAccount = target.Manifest.Program.AccountId,
                Rules = rules,
            },
            cancellationToken);
        var hash = await partners.HashAsync(source.ReadAsync(RecordCodecs.Partner, cancellationToken).Select(record => record.Record), cancellationToken);
        return (partners, hash);
    }

    /// <summary>True when the source rail of a migration gives a partner one id over all accounts.</summary>
    public static bool IdsAreRailWide(MigrationHost host)
    {
        var rail = host.Definition.Connections[host.Definition.Source].Rail;
        return host.Rails.FirstOrDefault(module => module.Descriptor.Id == rail)?.Descriptor.PartnerIdsAreRailWide ?? false;
    }

    private string RailOf(string connection) => host.Definition.Connections[connection].Rail;
}
