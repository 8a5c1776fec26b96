namespace Bridge.Engine.Execution;

/// <summary>A run may not write yet. Nothing was sent.</summary>
/// <param name="unmet">Everything that is missing, at least one.</param>
public sealed class WriteNotPermittedException(IReadOnlyList<UnmetPrecondition> unmet)
    : Exception(string.Join(' ', unmet.Select(each => $"{each.Message} {each.Remedy}")) + " Nothing was sent.")
{
    /// <summary>Everything that is missing.</summary>
    public IReadOnlyList<UnmetPrecondition> Unmet { get; } = unmet;
}
