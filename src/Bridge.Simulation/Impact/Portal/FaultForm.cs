using Bridge.Simulation.Hosting.Faults;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>A fault rule as it is sent to the control endpoint: verb, pathPrefix, kind, ordinal, times, action, status, delaySeconds.</summary>
internal static class FaultForm
{
    /// <exception cref="PortalException">The action is unknown.</exception>
    public static FaultRule Read(JsonFields form) => new()
    {
        Verb = form.Text("verb"),
        PathPrefix = form.Text("pathPrefix"),
        Kind = form.Text("kind"),
        Ordinal = (int)(form.Whole("ordinal") ?? 1),
        Times = form.Text("times") == "always" ? null : (int)(form.Whole("times") ?? 1),
        Action = Enum.TryParse<FaultAction>(form.Required("action"), ignoreCase: true, out var action)
            ? action
            : throw new PortalException($"action must be one of: {string.Join(", ", Enum.GetNames<FaultAction>())}."),
        Status = (int)(form.Whole("status") ?? 503),
        Delay = TimeSpan.FromSeconds((double)(form.Number("delaySeconds") ?? 30)),
    };
}
