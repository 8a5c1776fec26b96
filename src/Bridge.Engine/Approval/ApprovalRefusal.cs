namespace Bridge.Engine.Approval;

/// <summary>Why an approval does not open the gate.</summary>
public enum ApprovalRefusal
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It has expired.</summary>
    Expired,

    /// <summary>It was changed, or was not signed here.</summary>
    Tampered,

    /// <summary>It is for another plan.</summary>
    OtherPlan,

    /// <summary>A run used it already.</summary>
    Used,

    /// <summary>The target is another account or program than the plan names.</summary>
    OtherAccount,

    /// <summary>The name of the program that is to be changed was not typed.</summary>
    NameMissing,

    /// <summary>The name that was typed is not the program's.</summary>
    NameWrong,

    /// <summary>The plan has blocking findings.</summary>
    Blocked,

    /// <summary>Irreversible steps or losses were not accepted by name.</summary>
    NotAccepted,

    /// <summary>Source, target, profile or decisions changed since the plan was made.</summary>
    Stale,
}
