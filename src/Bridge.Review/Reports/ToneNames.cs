using Bridge.Engine.Reporting.Documents;

namespace Bridge.Review.Reports;

/// <summary>Tones as style classes and as words, so that colour never says something alone.</summary>
internal static class ToneNames
{
    public static string ClassOf(Tone tone) => tone.ToString().ToLowerInvariant();

    public static string WordOf(Tone tone) => tone switch
    {
        Tone.Danger => "Stop.",
        Tone.Warning => "Attention.",
        Tone.Good => "Good.",
        _ => "Note.",
    };
}
