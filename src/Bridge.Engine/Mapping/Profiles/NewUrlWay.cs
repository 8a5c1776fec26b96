namespace Bridge.Engine.Mapping.Profiles;

/// <summary>How new links come to their URLs.</summary>
public enum NewUrlWay
{
    /// <summary>Each by a call.</summary>
    Api,

    /// <summary>Computed, where the target allows it, once a link made by a call has proved the form.</summary>
    Computed,
}
