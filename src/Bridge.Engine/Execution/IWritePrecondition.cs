namespace Bridge.Engine.Execution;

/// <summary>
/// Something that must hold before a run may change anything on the target: who the account is, who typed its name, what was
/// proved before. All of them are asked at every start and every resume, after the approval and before the first step is taken
/// up; one that does not hold lets nothing through. A composition root lists them in
/// <see cref="Migrations.MigrationHost.Preconditions"/>.
/// </summary>
public interface IWritePrecondition
{
    /// <summary>Everything that is missing; empty when it holds. It looks only: nothing is sent to the target but reads.</summary>
    /// <exception cref="Rails.Abstractions.Errors.RailException">The target cannot be read, so nobody can tell; nothing is sent.</exception>
    Task<IReadOnlyList<UnmetPrecondition>> CheckAsync(WriteRequest request, CancellationToken cancellationToken);
}
