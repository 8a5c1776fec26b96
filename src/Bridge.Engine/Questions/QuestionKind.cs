namespace Bridge.Engine.Questions;

/// <summary>One kind of question.</summary>
/// <param name="Name">Word in files and output, for example <c>tierBasis</c>; never used again for something else.</param>
/// <param name="Stage">What its answers change.</param>
/// <param name="Meaning">What is asked, in one sentence.</param>
public sealed record QuestionKind(string Name, QuestionStage Stage, string Meaning);
