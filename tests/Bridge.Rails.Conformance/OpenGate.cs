using Bridge.Rails.Abstractions.Http;

namespace Bridge.Rails.Conformance;

/// <summary>A gate that lets every write pass which names an intent, and remembers what passed.</summary>
public sealed class OpenGate : IWriteGate
{
    private readonly List<WriteAttempt> passed = [];

    /// <summary>Writes that passed, in order.</summary>
    public IReadOnlyList<WriteAttempt> Passed => passed;

    /// <inheritdoc />
    public void Pass(WriteAttempt attempt)
    {
        if (attempt.Intent is null)
        {
            throw new WriteRefusedException(attempt, WriteRefusal.NoIntent);
        }

        passed.Add(attempt);
    }
}
