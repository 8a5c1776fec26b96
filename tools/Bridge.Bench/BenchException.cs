namespace Bridge.Bench;

/// <summary>A run that cannot go on, in words for the person who started it.</summary>
/// <param name="message">What is wrong and what to do.</param>
internal sealed class BenchException(string message) : Exception(message);
