namespace Bridge.Engine.Planning;

/// <summary>The contract that leads among those of one partner: lowest precedence number, then key.</summary>
internal readonly record struct LeadingContract(int Precedence, string Key, string TemplateKey)
{
    public bool LeadsOver(LeadingContract other) =>
        Precedence != other.Precedence ? Precedence < other.Precedence : string.CompareOrdinal(Key, other.Key) < 0;
}
