using Bridge.Rails.Abstractions.Http;

namespace Bridge.Rails.Abstractions.Tests.Http;

/// <summary>An open gate that remembers who passed.</summary>
internal sealed class RecordingGate(Action? onPass = null) : IWriteGate
{
    internal List<WriteAttempt> Passed { get; } = [];

    public void Pass(WriteAttempt attempt)
    {
        onPass?.Invoke();
        if (attempt.Intent is null)
        {
            throw new WriteRefusedException(attempt, WriteRefusal.NoIntent);
        }

        Passed.Add(attempt);
    }
}
