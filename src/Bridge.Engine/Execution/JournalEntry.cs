namespace Bridge.Engine.Execution;

/// <summary>A journal record as it rests: numbered, dated and chained to the one before.</summary>
/// <param name="Sequence">Number from 1, without gaps.</param>
/// <param name="Epoch">Owner who wrote it.</param>
/// <param name="At">When, by the wall clock of that owner.</param>
/// <param name="Record">The record.</param>
/// <param name="PreviousHash">Hash of the record before, 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over sequence, epoch, time, previous hash and record, lower-case hexadecimal.</param>
public sealed record JournalEntry(long Sequence, OwnerEpoch Epoch, DateTimeOffset At, JournalRecord Record, string PreviousHash, string Hash);
