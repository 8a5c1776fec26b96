namespace Bridge.Engine.Readiness;

/// <summary>A row of the readiness sheet.</summary>
/// <param name="Check">Name of the check.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Answer">Answer; null for none yet.</param>
/// <param name="Owner">Who looks after it; null for who usually does.</param>
/// <param name="Due">Until when; null for no day.</param>
/// <param name="By">Who answered; null when nobody did.</param>
public sealed record ReadinessAnswer(string Check, string Subject, string? Answer, string? Owner, DateOnly? Due, string? By)
{
    /// <summary>Yes in the words that people use.</summary>
    public bool IsYes => Answer?.ToLowerInvariant() is "yes" or "y" or "ja" or "oui" or "done" or "ready" or "paid" or "ok" or "not needed" or "notneeded" or "none" or "leave";

    /// <summary>No in the words that people use.</summary>
    public bool IsNo => Answer?.ToLowerInvariant() is "no" or "n" or "nein" or "non" or "open" or "missing";

    /// <summary>The day that was answered; null for none.</summary>
    public DateOnly? Day => DateOnly.TryParseExact(Answer, "yyyy-MM-dd", out var day) ? day : null;
}
