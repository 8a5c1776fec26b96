namespace Bridge.Rails.Abstractions.Writing;

/// <summary>Names of the columns of a result file under which Bridge asks for them.</summary>
public static class PackResultColumns
{
    /// <summary>Number of the row in the uploaded file, the header being 1.</summary>
    public const string Row = "Row";

    /// <summary>The natural key of the partner: the first reference of its draft.</summary>
    public const string Key = "Key";

    /// <summary>E-mail.</summary>
    public const string Email = "Email";

    /// <summary>Name.</summary>
    public const string Name = "Name";

    /// <summary>What became of the row.</summary>
    public const string Status = "Status";

    /// <summary>Reason, in the importer's words.</summary>
    public const string Message = "Message";

    /// <summary>Id of the account on the target.</summary>
    public const string Account = "Account";
}
