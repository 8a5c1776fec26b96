using Bridge.Model.Collections;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Impact.Writing;

/// <summary>
/// Makes tracking links. They have no id and cannot be listed: the receipt's URL is all there is. Sub-ids are no parameters of
/// the brand's call, so they are put behind the URL.
/// </summary>
internal sealed class ImpactTrackingLinkWriter(ImpactClient client, string connection) : ITrackingLinkWriter
{
    /// <summary>Longest value of a sub-id (sheet, section 8).</summary>
    public const int LongestSubId = 255;

    public async Task<WriteReceipt> CreateAsync(TrackingLinkDraft draft, WriteContext context, CancellationToken cancellationToken)
    {
        var form = new ImpactForm(connection, ImpactClient.CreateLink)
            .Set("Type", draft.Kind == LinkKind.Vanity ? "Vanity" : "Regular")
            .Optional("CustomPath", draft.VanityPath)
            .Optional("DeepLink", draft.Destination);
        foreach (var subId in draft.SubIds.Where(subId => subId.Value.Length > LongestSubId))
        {
            form.Refuse(subId.Name, $"it is longer than {LongestSubId} characters");
        }

        var (url, hash) = await client.CreateLinkAsync(draft.Partner.Require(), form.Fields(), context, cancellationToken);
        return new WriteReceipt { Url = WithSubIds(url, draft.SubIds), ResponseHash = hash };
    }

    /// <summary>The URL with sub-ids as query parameters, before a fragment if there is one.</summary>
    internal static string WithSubIds(string url, ValueList<SubId> subIds)
    {
        if (subIds.Count == 0)
        {
            return url;
        }

        var mark = url.IndexOf('#', StringComparison.Ordinal);
        var (address, fragment) = mark < 0 ? (url, "") : (url[..mark], url[mark..]);
        var query = string.Join('&', subIds.Select(subId => $"{Uri.EscapeDataString(subId.Name)}={Uri.EscapeDataString(subId.Value)}"));
        var separator = !address.Contains('?', StringComparison.Ordinal) ? "?" : address[^1] is '?' or '&' ? "" : "&";
        return address + separator + query + fragment;
    }
}
