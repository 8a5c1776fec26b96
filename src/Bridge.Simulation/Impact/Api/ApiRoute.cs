namespace Bridge.Simulation.Impact.Api;

/// <summary>One operation of the API.</summary>
/// <param name="Method">HTTP verb.</param>
/// <param name="Pattern">Path below the account; <c>*</c> stands for a variable place.</param>
/// <param name="Kind">Name used by fault rules and by the request log.</param>
/// <param name="Category">API category of scoped tokens.</param>
/// <param name="Handle">The endpoint.</param>
internal sealed record ApiRoute(string Method, string Pattern, string Kind, string Category, Func<ApiCall, ApiReply> Handle)
{
    private readonly string[] places = Pattern.Split('/');

    /// <summary>Variable places of a path that fits, else null.</summary>
    public IReadOnlyList<string>? Match(IReadOnlyList<string> path)
    {
        if (path.Count != places.Length)
            return null;

        var variables = new List<string>();
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] == "*")
                variables.Add(path[i]);
            else if (!string.Equals(places[i], path[i], StringComparison.Ordinal))
                return null;
        }

        return variables;
    }
}
