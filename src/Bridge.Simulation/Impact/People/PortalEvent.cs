namespace Bridge.Simulation.Impact.People;

/// <summary>What a person or a partner did.</summary>
public enum PortalEvent
{
    /// <summary>An item was done as written.</summary>
    Done,

    /// <summary>A file was uploaded without one of its rows.</summary>
    RowOmitted,

    /// <summary>A template was built with a wrong rate.</summary>
    RateMistyped,

    /// <summary>A template was built with a wrong lock date.</summary>
    LockMistyped,

    /// <summary>A file was not uploaded at all.</summary>
    UploadForgotten,

    /// <summary>An item was put off until later.</summary>
    PutOff,

    /// <summary>The importer mailed its result file; the detail is its path.</summary>
    ResultMailed,

    /// <summary>An item was ticked and not done.</summary>
    TickedUndone,

    /// <summary>An item that was issued again was put right.</summary>
    Corrected,

    /// <summary>The web app refused an item; it is tried again.</summary>
    RefusedByPortal,

    /// <summary>The web app refused a row of a file.</summary>
    RowRefused,

    /// <summary>A partner accepted.</summary>
    PartnerAccepted,

    /// <summary>A partner refused.</summary>
    PartnerRefused,
}
