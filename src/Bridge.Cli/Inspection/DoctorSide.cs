using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Cli.Inspection;

/// <summary>What was seen of one connection.</summary>
/// <param name="Connection">Name.</param>
/// <param name="Role">source or target.</param>
/// <param name="Rail">Rail id.</param>
/// <param name="Description">Where it connects; empty when it could not be opened.</param>
/// <param name="Checks">Checks.</param>
internal sealed record DoctorSide(string Connection, string Role, string Rail, string Description, IReadOnlyList<ConnectionCheck> Checks)
{
    /// <summary>What its credentials may do, as far as reads show it.</summary>
    public IReadOnlyList<CredentialScope> Scopes { get; init; } = [];

    /// <summary>What the listed write scopes are needed for: a plan, or the route as a whole.</summary>
    public string ScopesFor { get; init; } = "";

    /// <summary>True when nothing keeps it from working.</summary>
    public bool Healthy => Checks.All(check => check.Problem is not { Severity: Severity.Blocking });

    /// <summary>What was seen, in a word.</summary>
    public static string Word(ScopeGrant grant) => grant switch
    {
        ScopeGrant.Granted => "granted",
        ScopeGrant.Refused => "refused",
        _ => "notShown",
    };

    /// <summary>The result for programs.</summary>
    public JsonObject ToJson() => new()
    {
        ["connection"] = Connection,
        ["role"] = Role,
        ["rail"] = Rail,
        ["at"] = Description,
        ["healthy"] = Healthy,
        ["checks"] = Json.Array(Checks, check => new JsonObject
        {
            ["name"] = check.Name,
            ["detail"] = check.Detail,
            ["ok"] = check.Problem is null,
            ["code"] = check.Problem?.Code,
            ["severity"] = check.Problem?.Severity.ToString().ToLowerInvariant(),
            ["place"] = check.Problem?.Place,
            ["value"] = check.Problem?.Value,
            ["message"] = check.Problem?.Message,
            ["remedy"] = check.Problem?.Remedy,
        }),
        ["scopesFor"] = ScopesFor.Length == 0 ? null : ScopesFor,
        ["scopes"] = Json.Array(Scopes, scope => new JsonObject
        {
            ["credential"] = scope.Credential,
            ["scope"] = scope.Scope,
            ["needed"] = scope.Needed,
            ["seen"] = Word(scope.Grant),
            ["missing"] = scope.Missing,
            ["superfluous"] = scope.Superfluous,
            ["detail"] = scope.Detail,
        }),
    };
}
