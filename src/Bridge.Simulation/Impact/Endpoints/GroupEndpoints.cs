using System.Globalization;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>Partner groups of a program: the one entity that can be made, changed and removed by API.</summary>
internal static class GroupEndpoints
{
    public static ApiReply List(ApiCall call)
    {
        if (call.ProgramArgument() is not { } program)
            return call.NotFound("campaign");

        var rows = call.Brand.Groups.Values.Where(group => group.ProgramId == program.Id).ToList();
        return Paging.Page(call, "Groups", rows, (json, group) => Write(json, call, group));
    }

    public static ApiReply Get(ApiCall call) =>
        Find(call) is { } group ? call.Ok(json => Write(json, call, group)) : call.NotFound("partner group");

    public static ApiReply Create(ApiCall call)
    {
        if (call.ProgramArgument() is not { } program)
            return call.NotFound("campaign");

        var name = call.Fields.Required("Name");
        var members = Members(call, "MediaPartners");
        if (call.Fields.Errors.Count > 0)
            return call.Invalid();

        var group = call.Desk.CreateGroup(program.Id, name, members);
        return call.OkUri(Path(group));
    }

    public static ApiReply Update(ApiCall call)
    {
        if (Find(call) is not { } group)
            return call.NotFound("partner group");

        var name = call.Fields.Text("Name") ?? group.Name;
        var added = Members(call, "MediaPartnersAdd");
        var removed = Members(call, "MediaPartnersRemove").ToHashSet();
        if (call.Fields.Errors.Count > 0)
            return call.Invalid();

        call.Desk.PutGroup(group with { Name = name, Members = [.. group.Members.Union(added).Where(id => !removed.Contains(id))] });
        return call.OkUri(Path(group));
    }

    public static ApiReply Delete(ApiCall call)
    {
        if (Find(call) is not { } group)
            return call.NotFound("partner group");

        call.Desk.DeleteGroup(group);
        return call.Deleted();
    }

    private static PartnerGroup? Find(ApiCall call) =>
        call.ProgramArgument() is { } program && call.Argument(1) is { } id
            && call.Brand.Groups.TryGetValue(id, out var group) && group.ProgramId == program.Id
            ? group
            : null;

    private static List<long> Members(ApiCall call, string field)
    {
        var ids = call.Fields.Numbers(field).Distinct().ToList();
        foreach (var unknown in ids.Where(id => !call.Brand.Knows(id)))
            call.Fields.Error(field, $"Partner {unknown} does not exist.");
        return ids;
    }

    private static string Path(PartnerGroup group) =>
        string.Create(CultureInfo.InvariantCulture, $"Campaigns/{group.ProgramId}/MediaPartnerGroups/{group.Id}");

    private static void Write(ApiJson json, ApiCall call, PartnerGroup group)
    {
        json.Subject = $"group/{group.Id}";
        json.Text("Id", group.Id.ToString(CultureInfo.InvariantCulture));
        json.Text("Name", group.Name);
        json.Array("MediaPartners", group.Members, id =>
        {
            json.Text("PartnerId", id.ToString(CultureInfo.InvariantCulture));
            json.Text("PartnerName", call.World.Partners.Get(id).Name);
            json.Text("PartnerUri", call.Uri(string.Create(CultureInfo.InvariantCulture, $"MediaPartners/{id}")));
        });
        json.Text("Uri", call.Uri(Path(group)));
    }
}
