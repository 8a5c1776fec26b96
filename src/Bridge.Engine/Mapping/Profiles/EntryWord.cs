namespace Bridge.Engine.Mapping.Profiles;

/// <summary>Ways in that a profile can choose; accepting an application is no choice, it follows from what the partner did.</summary>
internal enum EntryWord
{
    /// <summary>By a call.</summary>
    CreateDirectly,

    /// <summary>By a file that makes accounts.</summary>
    ImportFile,

    /// <summary>By a file that matches accounts or invites.</summary>
    ProspectFile,

    /// <summary>By hand in the portal.</summary>
    InviteInPortal,
}
