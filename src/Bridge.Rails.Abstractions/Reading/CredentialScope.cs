namespace Bridge.Rails.Abstractions.Reading;

/// <summary>One scope of one credential.</summary>
/// <param name="Credential">Setting of the credential, for example <c>authToken</c>.</param>
/// <param name="Scope">What it opens, in the rail's own spelling, for example <c>GET /Campaigns/{id}/Contracts</c>.</param>
/// <param name="Needed">True when this credential needs it.</param>
/// <param name="Grant">What was seen.</param>
/// <param name="Detail">What it is for, or why nothing can be seen; free of secrets.</param>
public sealed record CredentialScope(string Credential, string Scope, bool Needed, ScopeGrant Grant, string Detail)
{
    /// <summary>True when the credential needs it and was refused it.</summary>
    public bool Missing => Needed && Grant == ScopeGrant.Refused;

    /// <summary>True when the credential has it and does not need it.</summary>
    public bool Superfluous => !Needed && Grant == ScopeGrant.Granted;
}
