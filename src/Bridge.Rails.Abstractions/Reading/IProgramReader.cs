using Bridge.Model.Programs;

namespace Bridge.Rails.Abstractions.Reading;

/// <summary>Reads the program that a connection is about, and the account it belongs to.</summary>
public interface IProgramReader
{
    /// <summary>The program.</summary>
    /// <exception cref="Errors.RailException">The rail refuses, cannot be reached or does not know the program.</exception>
    Task<Program> ReadProgramAsync(CancellationToken cancellationToken);
}
