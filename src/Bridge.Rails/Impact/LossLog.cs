using Bridge.Model.Findings;

namespace Bridge.Rails.Impact;

/// <summary>Collects what a translation could not hold. Messages name fields and words of the rail, never a partner's values.</summary>
internal sealed class LossLog
{
    private readonly List<Loss> losses = [];

    public IReadOnlyList<Loss> Losses => losses;

    /// <summary>The canonical form says the same in another way.</summary>
    public void Equivalent(string code, string path, string message) => Add(code, Fidelity.Equivalent, path, message);

    /// <summary>The canonical form says less.</summary>
    public void Degraded(string code, string path, string message) => Add(code, Fidelity.Degraded, path, message);

    /// <summary>The canonical form does not say it.</summary>
    public void Dropped(string code, string path, string message) => Add(code, Fidelity.Dropped, path, message);

    private void Add(string code, Fidelity fidelity, string path, string message) =>
        losses.Add(new Loss { Code = code, Fidelity = fidelity, Path = path, Message = message });
}
