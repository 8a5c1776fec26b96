namespace Bridge.Rails.Abstractions.Writing;

/// <summary>
/// Answers "is it there already?" by natural key, before a create and after an unclear one. A complete answer: what exists
/// is found.
/// </summary>
/// <typeparam name="TDraft">What would be created.</typeparam>
public interface IWriteLookup<in TDraft>
{
    /// <summary>Every object with the draft's natural key, read from the rail now.</summary>
    Task<IReadOnlyList<FoundObject>> FindAsync(TDraft draft, CancellationToken cancellationToken);
}
