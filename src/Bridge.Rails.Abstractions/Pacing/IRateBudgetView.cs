namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>Read-only view of a rate account for progress display and forecasts.</summary>
public interface IRateBudgetView
{
    /// <summary>Rate account.</summary>
    string Account { get; }

    /// <summary>Calls waiting for a permit.</summary>
    int Waiting { get; }

    /// <summary>All limits of the account.</summary>
    IReadOnlyList<RateBudget> Budgets();

    /// <summary>Least time from now until the last of so many calls of a group can be sent. Changes nothing.</summary>
    TimeSpan Forecast(string group, long calls);
}
