namespace Bridge.Engine.Questions;

/// <summary>What an answer changes, and so what has to be done again when it changes.</summary>
public enum QuestionStage
{
    /// <summary>How files are read: inbox and extraction.</summary>
    Reading,

    /// <summary>What is planned.</summary>
    Planning,

    /// <summary>What a person accepts when approving; no input of a plan.</summary>
    Approval,

    /// <summary>What a run does with it; no input of a plan.</summary>
    Running,
}
