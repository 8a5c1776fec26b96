using Bridge.Model.Findings;
using Bridge.Model.Programs;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>
/// The credential that a connection writes with, which is another one than it reads with. Every rail that offers a write by API
/// has this port; the engine asks it before the first mutating call of a run.
/// </summary>
public interface IWriteIdentity
{
    /// <summary>Why the connection cannot write: no credential of its own for it. Null when it has one. Asked without any call.</summary>
    Finding? Missing { get; }

    /// <summary>
    /// Account and program that the write credential reaches, by a read that is sent with this credential itself and not with
    /// the one for reading.
    /// </summary>
    /// <exception cref="Errors.RailAuthenticationException">The rail refuses the credential, or there is none.</exception>
    Task<Program> ReadProgramAsync(CancellationToken cancellationToken);
}
