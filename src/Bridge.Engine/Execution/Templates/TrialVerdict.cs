namespace Bridge.Engine.Execution.Templates;

/// <summary>Whether a step may give a template to a partner.</summary>
internal enum TrialVerdict
{
    /// <summary>It may.</summary>
    Go,

    /// <summary>Not before the canary's contract was read and is as planned.</summary>
    Wait,

    /// <summary>Not in this run: the template is not as planned.</summary>
    Never,
}
