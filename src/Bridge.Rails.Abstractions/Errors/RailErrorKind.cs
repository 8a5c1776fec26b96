namespace Bridge.Rails.Abstractions.Errors;

/// <summary>What an error of a rail means for the caller, whatever the rail's own words. One kind per sealed exception.</summary>
public enum RailErrorKind
{
    /// <summary>The credential is wrong, expired or lacks a permission. Nothing was changed.</summary>
    Authentication,

    /// <summary>Too many calls. Nothing was changed; the pacer already waits.</summary>
    RateLimited,

    /// <summary>The rail read the request and refuses its content. Nothing was changed; the same request will be refused again.</summary>
    Rejected,

    /// <summary>The object addressed does not exist or may not be known to this credential.</summary>
    NotFound,

    /// <summary>The object exists already or was decided already. The call changed nothing; what is there must be looked up.</summary>
    Conflict,

    /// <summary>The rail could not be reached or could not work. For a write: certainly not applied.</summary>
    Unavailable,

    /// <summary>The rail answered something it never promised: not its published shape, a redirect, a page without end.</summary>
    Contract,

    /// <summary>A write whose end is unclear: it may or may not have been applied. Never repeat it before looking.</summary>
    OutcomeUnknown,
}
