using System.Collections.Frozen;

namespace Bridge.Engine.Matching;

/// <summary>Hosts under which many partners have their channel: a match by one of them would mean nothing.</summary>
internal sealed class SharedDomains(IReadOnlySet<string> more)
{
    /// <summary>Platforms: neither the host nor its subdomains tell partners apart.</summary>
    private static readonly FrozenSet<string> Platforms = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "facebook.com", "fb.com", "instagram.com", "youtube.com", "youtu.be", "tiktok.com", "twitter.com", "x.com", "linkedin.com",
        "pinterest.com", "twitch.tv", "threads.net", "t.me", "telegram.org", "discord.com", "discord.gg", "reddit.com", "snapchat.com",
        "vk.com", "whatsapp.com", "linktr.ee", "beacons.ai", "bit.ly", "google.com", "apple.com", "spotify.com", "amazon.com", "ebay.com", "etsy.com");

    /// <summary>Hosters: the host means nothing, a subdomain is one partner.</summary>
    private static readonly FrozenSet<string> Hosters = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "blogspot.com", "wordpress.com", "medium.com", "substack.com", "tumblr.com", "wixsite.com", "weebly.com", "github.io", "patreon.com", "ko-fi.com");

    /// <summary>True when the host says nothing about who it is.</summary>
    public bool Contains(string host)
    {
        if (Hosters.Contains(host))
        {
            return true;
        }

        for (var rest = host; ;)
        {
            if (Platforms.Contains(rest) || more.Contains(rest))
            {
                return true;
            }

            var point = rest.IndexOf('.', StringComparison.Ordinal);
            if (point < 0)
            {
                return false;
            }

            rest = rest[(point + 1)..];
        }
    }
}
