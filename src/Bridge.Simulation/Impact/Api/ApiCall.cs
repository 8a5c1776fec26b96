using System.Globalization;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.State;
using Bridge.Simulation.Impact.Truth;

namespace Bridge.Simulation.Impact.Api;

/// <summary>One authenticated call of the brand's API on its way to an endpoint.</summary>
internal sealed class ApiCall
{
    private ChangeScope? scope;
    private CallFields? fields;

    public required SimulatedRequest Request { get; init; }

    public required ImpactWorld World { get; init; }

    public required BrandAccount Brand { get; init; }

    /// <summary>Beginning of every address in the answer, as the caller sees it.</summary>
    public required string Prefix { get; init; }

    /// <summary>Whether an agency calls for the brand.</summary>
    public required bool IsPassThrough { get; init; }

    /// <summary>API version in force.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>What stands in the variable places of the path.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    public CallFields Fields => fields ??= CallFields.Read(Request);

    public ApiErrors Errors => new(World);

    /// <summary>The scope of this call's changes.</summary>
    public ChangeScope Scope => scope ??= new ChangeScope(World.Truth, TruthOrigin.Of(TruthActor.Api, Request), Now);

    public BrandDesk Desk => new(World, Brand, Scope);

    public ApiReply Ok(Action<ApiJson> body) => new(200, ApiJson.Write(World.Settings, World.Seed.Seed, body));

    public ApiReply OkUri(string path) => Ok(json =>
    {
        json.Text("Status", "OK");
        json.Text("Uri", Uri(path));
    });

    public ApiReply Deleted() => Ok(json => json.Text("Status", "DELETED"));

    public ApiReply Invalid() => Errors.Fields(400, "The request has missing or invalid parameters.", Fields.Errors);

    public ApiReply NotFound(string what) => Errors.Message(404, $"The {what} was not found.");

    public string Uri(string path) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}/{path}");

    /// <summary>The program named by the first variable place, or null.</summary>
    public ImpactProgram? ProgramArgument() =>
        Argument(0) is { } id ? Brand.Programs.GetValueOrDefault(id) : null;

    /// <summary>A numeric variable place, or null when it holds something else.</summary>
    public long? Argument(int place) =>
        long.TryParse(Arguments[place], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
