namespace Bridge.Rails.Abstractions.Tables;

/// <summary>How the rows of a kind tell it from kinds with the same columns.</summary>
/// <param name="Column">Column that says it.</param>
/// <param name="Words">Its words in files of this kind, letter case ignored.</param>
public sealed record TableTell(string Column, IReadOnlyList<string> Words)
{
    /// <summary>True when a word of a file is one of these; letter case, blanks and punctuation do not matter.</summary>
    public bool Has(string word) => Words.Any(known => TableHeader.Normalize(known) == TableHeader.Normalize(word));
}
