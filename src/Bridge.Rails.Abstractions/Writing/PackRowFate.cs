namespace Bridge.Rails.Abstractions.Writing;

/// <summary>What an importer did with a row.</summary>
public enum PackRowFate
{
    /// <summary>Took it: the partner is invited, or gets the group of a further row.</summary>
    Accepted,

    /// <summary>Matched an account that exists; it keeps its own name and e-mail.</summary>
    Matched,

    /// <summary>Refused it.</summary>
    Rejected,
}
