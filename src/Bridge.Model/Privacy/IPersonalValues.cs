namespace Bridge.Model.Privacy;

/// <summary>The door between a rail's wire and the vault: personal values go in as text and come out as keyed hashes.</summary>
public interface IPersonalValues
{
    /// <summary>Keeps a value in the vault and returns its keyed hash. Same owner and value: same hash, kept once.</summary>
    /// <param name="owner">Whose value it is: connection and native partner id, for example <c>acme-rakuten/4711</c>.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="value">The value as the rail sent it, not blank.</param>
    PersonalValue Protect(string owner, PersonalKind kind, string value);

    /// <summary>The value behind a keyed hash; only for sending it to a rail or into a file that a person asked for.</summary>
    /// <returns>The value, or null when it was erased.</returns>
    string? Reveal(PersonalValue value);
}
