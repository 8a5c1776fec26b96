using Bridge.Engine.Migrations;
using Bridge.Engine.Questions;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Intake;

namespace Bridge.Engine.Intake;

/// <summary>Whether the decisions about the inbox rest on what people answered.</summary>
internal static class IntakeAge
{
    /// <summary>Problems that keep the source from being read: the decisions are damaged, or older than an answer. None when no inbox was looked at.</summary>
    public static IReadOnlyList<Finding> Check(MigrationDefinition definition, AnswerBook answers)
    {
        var findings = new List<Finding>();
        var path = IntakeFile.PathOf(definition.Folder, definition.Source);
        if (IntakeFile.Load(path, findings) is { } decisions && decisions.Answers != answers.ReadingHash())
        {
            findings.Add(QuestionFindings.Of(
                QuestionFindings.IntakeOutdated, Path.GetFileName(path), 1, null, "Since 'bridge inbox' looked at the files, questions about them were answered."));
        }

        return findings;
    }
}
