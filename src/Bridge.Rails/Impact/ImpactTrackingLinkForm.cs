using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Impact.Writing;

namespace Bridge.Rails.Impact;

/// <summary>
/// Regular links are <c>https://&lt;tracking domain&gt;/c/&lt;partner&gt;/&lt;ad&gt;/&lt;program&gt;</c> (reference of the rail, section 8). A vanity
/// path says nothing. A destination of its own stands encoded in <c>u</c>, sub-ids behind it; nobody has documented <c>u</c>, so it is
/// used only after a link of the program came back with it.
/// </summary>
internal sealed class ImpactTrackingLinkForm : ITrackingLinkForm
{
    public TrackingLinkFacts? Read(Uri url) =>
        url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["c", var partner, var ad, var program]
        && IsId(partner) && IsId(ad) && IsId(program)
            ? new TrackingLinkFacts(partner, program)
            : null;

    public string? Compute(string proof, TrackingLinkDraft proved, TrackingLinkDraft wanted)
    {
        if (proved.Kind is not (LinkKind.Regular or LinkKind.Deep) || wanted.Kind != proved.Kind || wanted.Destination is null != proved.Destination is null
            || !Uri.TryCreate(proof, UriKind.Absolute, out var url)
            || url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is not ["c", var partner, var ad, var program]
            || !IsId(ad) || !IsId(program) || partner != proved.Partner.Require() || !IsId(wanted.Partner.Require()))
        {
            return null;
        }

        return string.Equals(proof, Compose(url.Host, ad, program, proved), StringComparison.Ordinal) ? Compose(url.Host, ad, program, wanted) : null;
    }

    private static string Compose(string host, string ad, string program, TrackingLinkDraft draft)
    {
        var url = $"https://{host}/c/{draft.Partner.Require()}/{ad}/{program}";
        return ImpactTrackingLinkWriter.WithSubIds(draft.Destination is { } destination ? $"{url}?u={Uri.EscapeDataString(destination)}" : url, draft.SubIds);
    }

    private static bool IsId(string text) => text.All(char.IsAsciiDigit);
}
