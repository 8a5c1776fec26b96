using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Impact;

/// <summary>
/// Regular links are <c>https://&lt;tracking domain&gt;/c/&lt;partner&gt;/&lt;ad&gt;/&lt;program&gt;</c> (reference of the rail, section 8). A vanity
/// path says nothing.
/// </summary>
internal sealed class ImpactTrackingLinkForm : ITrackingLinkForm
{
    public TrackingLinkFacts? Read(Uri url) =>
        url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["c", var partner, var ad, var program]
        && IsId(partner) && IsId(ad) && IsId(program)
            ? new TrackingLinkFacts(partner, program)
            : null;

    private static bool IsId(string text) => text.All(char.IsAsciiDigit);
}
