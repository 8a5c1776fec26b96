namespace Bridge.Rails.Abstractions.Http;

/// <summary>A write that stands before the socket and asks to pass.</summary>
/// <param name="Rail">Rail id.</param>
/// <param name="Connection">Name of the connection.</param>
/// <param name="Operation">Name of the client operation.</param>
/// <param name="Intent">The journaled intent it names; null when it names none.</param>
/// <param name="Timeout">Longest time the call may take from now; lease and deadline must outlast it.</param>
public sealed record WriteAttempt(string Rail, string Connection, string Operation, WriteIntent? Intent, TimeSpan Timeout);
