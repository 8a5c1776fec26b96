using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.Api;

/// <summary>
/// The three shapes in which impact.com says no: status with message and perhaps fields; the conversions' lower-case list;
/// the platform's own <c>timestamp, status, error, message</c>.
/// </summary>
internal sealed class ApiErrors(ImpactWorld world)
{
    public ApiReply Message(int status, string message) => Fields(status, message, []);

    public ApiReply Fields(int status, string message, IReadOnlyList<FieldError> errors) => new(status, Write(json =>
    {
        json.Text("Status", "ERROR");
        json.Text("Message", message);
        if (errors.Count > 0)
        {
            json.Array("Errors", errors, error =>
            {
                json.Text("Field", error.Field);
                json.Text("Message", error.Message);
            });
        }
    }));

    public ApiReply Conversion(IReadOnlyList<FieldError> errors) => new(400, Write(json =>
    {
        json.Text("Status", "ERROR");
        json.Array("errors", errors, error =>
        {
            json.Text("field", error.Field);
            json.Text("level", "ERROR");
            json.Text("message", error.Message);
        });
    }));

    public ApiReply Platform(int status, string message) => new(status, ApiJson.Write(Plain, world.Seed.Seed, json =>
    {
        json.Number("timestamp", world.Now.ToUnixTimeMilliseconds());
        json.Number("status", status);
        json.Text("error", Reason(status));
        json.Text("message", message);
    }));

    private ImpactSettings Plain => world.Settings with { ValueTyping = ValueTyping.Native };

    private byte[] Write(Action<ApiJson> body) => ApiJson.Write(world.Settings with { BareObjectShare = 0 }, world.Seed.Seed, body);

    private static string Reason(int status) => status switch
    {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "Error",
    };
}
