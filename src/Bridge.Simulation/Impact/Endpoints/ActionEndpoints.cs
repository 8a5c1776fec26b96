using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>
/// Actions, newest first. Windows: both ends, at most 45 days, at most three years back; without one the last seven days. A
/// result of more than ten pages is refused.
/// </summary>
internal static class ActionEndpoints
{
    private const int DefaultPage = 20_000;
    private const int SmallestPage = 2_000;
    private const int MostPages = 10;

    public static ApiReply List(ApiCall call)
    {
        var fields = call.Fields;
        var program = fields.RequiredNumber("CampaignId");
        var state = fields.OneOf("State", "PENDING", "APPROVED", "REVERSED");
        var size = (int)(fields.Number("PageSize") ?? DefaultPage);
        if (size is < SmallestPage or > DefaultPage)
            fields.Error("PageSize", $"PageSize must be between {SmallestPage} and {DefaultPage}.");
        var updated = Window(call, "StartDate", "EndDate");
        var happened = Window(call, "ActionDateStart", "ActionDateEnd");
        var locks = Window(call, "LockingDateStart", "LockingDateEnd");
        if (updated is null && happened is null && locks is null)
            updated = (call.Now - TimeSpan.FromDays(7), call.Now);
        if (fields.Errors.Count > 0)
            return call.Invalid();

        var rows = call.Brand.Seed.Actions
            .Where(action => action.ProgramId == program && (state is null || action.State == state))
            .Where(action => Inside(action.UpdateDate, updated) && Inside(action.EventDate, happened) && Inside(action.LockingDate, locks))
            .OrderByDescending(action => action.CreationDate)
            .ThenByDescending(action => action.Id, StringComparer.Ordinal)
            .ToList();
        return rows.Count > MostPages * size
            ? call.Errors.Message(400, "Too many records: reduce the date range or increase PageSize.")
            : Paging.Page(call, "Actions", rows, (json, action) => ActionJson.Write(json, call, action), size);
    }

    public static ApiReply Get(ApiCall call) =>
        Find(call) is { } action ? call.Ok(json => ActionJson.Write(json, call, action)) : call.NotFound("action");

    public static ApiReply Items(ApiCall call) =>
        Find(call) is { } action
            ? Paging.Page(call, "ActionItems", [action], (json, item) => ActionJson.WriteItem(json, item))
            : call.NotFound("action");

    private static ActionRecord? Find(ApiCall call) => call.Brand.Seed.Actions.FirstOrDefault(action => action.Id == call.Arguments[0]);

    private static bool Inside(DateTimeOffset time, (DateTimeOffset From, DateTimeOffset To)? window) =>
        window is not var (from, to) || (time >= from && time <= to);

    private static (DateTimeOffset From, DateTimeOffset To)? Window(ApiCall call, string startName, string endName)
    {
        var start = call.Fields.Time(startName);
        var end = call.Fields.Time(endName);
        if (start is null && end is null)
            return null;
        if (start is not { } from || end is not { } to)
        {
            call.Fields.Error(start is null ? startName : endName, $"{startName} and {endName} must be given together.");
            return null;
        }

        if (from < call.Now.AddYears(-3))
            call.Fields.Error(startName, $"{startName} cannot be more than 3 years in the past.");
        if (to - from > TimeSpan.FromDays(45))
            call.Fields.Error(endName, "The range cannot exceed 45 days.");
        return (from, to);
    }
}
