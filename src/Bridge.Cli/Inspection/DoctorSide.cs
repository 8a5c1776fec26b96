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
    /// <summary>True when nothing keeps it from working.</summary>
    public bool Healthy => Checks.All(check => check.Problem is not { Severity: Severity.Blocking });

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
    };
}
