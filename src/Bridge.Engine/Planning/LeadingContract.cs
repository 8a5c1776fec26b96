using Bridge.Engine.Snapshots;

namespace Bridge.Engine.Planning;

/// <summary>
/// The contract that leads among those of one partner: lowest precedence number, then key. It leads also when it cannot
/// move: the partner then stays behind instead of moving on the rates of another offer.
/// </summary>
/// <param name="Precedence">Place by the profile.</param>
/// <param name="Key">Source key.</param>
/// <param name="TemplateKey">Source template; null when the contract cannot move.</param>
internal readonly record struct LeadingContract(int Precedence, string Key, string? TemplateKey)
{
    public bool LeadsOver(LeadingContract other) =>
        Precedence != other.Precedence ? Precedence < other.Precedence : KeyOrder.Instance.Compare(Key, other.Key) < 0;
}
