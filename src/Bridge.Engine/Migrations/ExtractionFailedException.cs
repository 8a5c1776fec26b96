using Bridge.Engine.Extraction;

namespace Bridge.Engine.Migrations;

/// <summary>A stage needed a fresh snapshot and could not get one.</summary>
/// <param name="failure">What went wrong.</param>
public sealed class ExtractionFailedException(ExtractionFailure failure) : Exception(failure.ToString())
{
    /// <summary>What went wrong.</summary>
    public ExtractionFailure Failure { get; } = failure;
}
