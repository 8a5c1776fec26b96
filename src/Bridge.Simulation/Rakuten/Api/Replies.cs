using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;
using Bridge.Simulation.Hosting;

namespace Bridge.Simulation.Rakuten.Api;

/// <summary>Answers in the shapes of rakuten.md 9.</summary>
internal static class Replies
{
    public static SimulatedResponse Json(int status, JsonNode body) =>
        Text(status, "application/json;charset=UTF-8", body.ToJsonString());

    public static SimulatedResponse Text(int status, string contentType, string body) =>
        new(status, [new("Content-Type", contentType)], Encoding.UTF8.GetBytes(body));

    /// <summary>Error of the v1 resources.</summary>
    public static SimulatedResponse BadParameter(string message) => Error(400, message, "REQUEST_PARAM_INVALID");

    public static SimulatedResponse NotFound(string what) => Error(404, $"The {what} was not found", "RESOURCE_NOT_FOUND");

    /// <summary>Error of the gateway in front of the resources: JSON when asked for, else XML.</summary>
    public static SimulatedResponse Fault(
        SimulatedRequest request, SimulatedRakutenOptions options, int status, int code, string message, string description) =>
        WantsJson(request, options)
            ? Json(status, new JsonObject
            {
                ["fault"] = new JsonObject { ["code"] = code, ["message"] = message, ["description"] = description },
            })
            : Text(status, "application/xml; charset=UTF-8", string.Create(
                CultureInfo.InvariantCulture,
                $"<ams:fault xmlns:ams=\"http://wso2.org/apimanager/security\"><ams:code>{code}</ams:code><ams:message>{SecurityElement.Escape(message)}</ams:message><ams:description>{SecurityElement.Escape(description)}</ams:description></ams:fault>"));

    public static bool WantsJson(SimulatedRequest request, SimulatedRakutenOptions options) =>
        !options.XmlUnlessJsonAccepted
        || request.Header("Accept")?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;

    private static SimulatedResponse Error(int status, string message, string error) =>
        Json(status, new JsonObject { ["message"] = message, ["error"] = error });
}
