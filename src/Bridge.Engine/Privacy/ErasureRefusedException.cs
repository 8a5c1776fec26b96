namespace Bridge.Engine.Privacy;

/// <summary>A person cannot be erased yet. Nothing was erased.</summary>
/// <param name="message">Why, and what to do first.</param>
public sealed class ErasureRefusedException(string message) : Exception(message);
