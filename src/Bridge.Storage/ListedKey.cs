using Bridge.Engine.Artifacts;

namespace Bridge.Storage;

/// <summary>The key that an error of a listing is about.</summary>
internal static class ListedKey
{
    /// <summary>The prefix as far as it is a key.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="otherwise">A segment that stands for the whole store.</param>
    public static ArtifactKey Of(string prefix, string otherwise)
    {
        var segments = prefix.Split('/').TakeWhile(ArtifactKey.IsSegment).ToArray();
        return segments.Length == 0 ? new(otherwise) : new(segments);
    }
}
