namespace Bridge.Simulation.Rakuten;

/// <summary>Shape of a tracking link (rakuten.md 8).</summary>
public enum RakutenLinkForm
{
    /// <summary>Creative link, <c>type=3</c>.</summary>
    Text,

    /// <summary>Creative link, <c>type=4</c>.</summary>
    Banner,

    /// <summary>Creative link of a DRM creative; its type number is not published.</summary>
    Drm,

    /// <summary>Deep link with the destination in <c>murl</c>.</summary>
    Deep,

    /// <summary>Deep link with the destination in <c>u</c>, as some clients write it.</summary>
    DeepShortParameter,

    /// <summary>Deep link on the Japanese click host.</summary>
    DeepRegional,
}
