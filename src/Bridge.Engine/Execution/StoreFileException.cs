namespace Bridge.Engine.Execution;

/// <summary>A file that a store rests in cannot be used: no room, no right, damaged, or written by a newer version.</summary>
public sealed class StoreFileException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="place">File or folder.</param>
    /// <param name="problem">What is wrong, a sentence.</param>
    /// <param name="remedy">What to do, a sentence.</param>
    /// <param name="inner">Cause.</param>
    public StoreFileException(string place, string problem, string remedy, Exception? inner = null)
        : base($"{place}: {problem} {remedy}", inner)
    {
        Place = place;
        Problem = problem;
        Remedy = remedy;
    }

    /// <summary>File or folder.</summary>
    public string Place { get; }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }
}
