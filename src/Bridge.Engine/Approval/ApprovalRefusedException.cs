namespace Bridge.Engine.Approval;

/// <summary>A plan may not be approved or carried out. Nothing was sent.</summary>
/// <param name="refusal">Why.</param>
/// <param name="message">What is wrong and what to do.</param>
public sealed class ApprovalRefusedException(ApprovalRefusal refusal, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public ApprovalRefusal Refusal { get; } = refusal;
}
