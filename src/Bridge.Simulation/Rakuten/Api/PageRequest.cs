using System.Globalization;
using Bridge.Simulation.Hosting;

namespace Bridge.Simulation.Rakuten.Api;

/// <summary>Page number and size of a call, within the published bounds.</summary>
internal sealed record PageRequest(int Page, int Limit)
{
    /// <summary>The page, or the refusal that names the bound.</summary>
    public static (PageRequest? Page, SimulatedResponse? Refusal) Of(SimulatedRequest request)
    {
        var page = Number(request.QueryValue("page"), 1);
        var limit = Number(request.QueryValue("limit"), 10);
        return (page, limit) switch
        {
            (not (>= 1 and <= 1000), _) => (null, Replies.BadParameter("page must be between 1 and 1000")),
            (_, not (>= 1 and <= 200)) => (null, Replies.BadParameter("limit must be between 1 and 200")),
            _ => (new(page, limit), null),
        };
    }

    private static int Number(string? text, int missing) => text is null
        ? missing
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
