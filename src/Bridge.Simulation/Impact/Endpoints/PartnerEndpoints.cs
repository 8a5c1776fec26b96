using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>
/// Partners of the brand, sorted by creation: those with a contract, an application, a proposal or an ended contract. Accounts
/// of the marketplace that never met the brand are not listed.
/// </summary>
internal static class PartnerEndpoints
{
    public static ApiReply List(ApiCall call)
    {
        var rows = Filter(call, call.Brand.PartnerIds.Select(call.World.Partners.Get))
            .OrderBy(partner => partner.DateCreated)
            .ThenBy(partner => partner.Id)
            .ToList();
        return Paging.Page(call, call.World.Settings.PartnerListKey, rows, (json, partner) => Write(json, call, partner));
    }

    public static ApiReply Get(ApiCall call) =>
        call.Argument(0) is { } id && call.Brand.Knows(id)
            ? call.Ok(json => Write(json, call, call.World.Partners.Get(id)))
            : call.NotFound("partner");

    private static IEnumerable<PartnerAccount> Filter(ApiCall call, IEnumerable<PartnerAccount> partners)
    {
        var ids = call.Fields.Numbers("Id").ToHashSet();
        var program = call.Fields.Number("CampaignId");
        var groupId = call.Fields.Number("GroupId");
        var country = call.Fields.Text("Country");
        var after = call.Fields.Time("startDate");
        var before = call.Fields.Time("endDate");
        var state = call.Fields.OneOf(
            "State", "ACTIVE", "EXPIRED", "PENDING", "DECLINED", "SUSPENDED", "DEACTIVATED", "CLOSING", "CLOSED", "NOT_APPLICABLE");
        var relation = call.Fields.OneOf("RelationshipState", "ACTIVE", "INACTIVE");
        var members = groupId is { } group ? call.Brand.Groups.GetValueOrDefault(group)?.Members.ToHashSet() ?? [] : null;
        return partners
            .Where(partner => ids.Count == 0 || ids.Contains(partner.Id))
            .Where(partner => program is not { } joined || call.Brand.Contracts.Active(partner.Id, joined, call.Now) is not null)
            .Where(partner => members is null || members.Contains(partner.Id))
            .Where(partner => country is null || partner.Address.Country == country)
            .Where(partner => after is null || partner.DateLastUpdated > after)
            .Where(partner => before is null || partner.DateLastUpdated < before)
            .Where(partner => state is null || partner.State == state)
            .Where(partner => relation is null || call.Brand.Contracts.HasActive(partner.Id, call.Now) == (relation == "ACTIVE"));
    }

    private static void Write(ApiJson json, ApiCall call, PartnerAccount partner)
    {
        if (call.Version < 13)
            FlatPartnerJson.Write(json, call, partner);
        else
            PartnerJson.Write(json, call, partner);
    }
}
