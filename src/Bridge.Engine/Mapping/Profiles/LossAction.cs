namespace Bridge.Engine.Mapping.Profiles;

/// <summary>What a loss does to the record that has it.</summary>
public enum LossAction
{
    /// <summary>The record does not move.</summary>
    Block,

    /// <summary>The record moves, and the approval of the plan must name the loss.</summary>
    RequireApproval,

    /// <summary>The record moves; the loss is shown.</summary>
    Accept,
}
