using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Conformance;
using Bridge.Rails.Impact;

namespace Bridge.Rails.Tests.Impact;

/// <summary>A connection that calls nothing.</summary>
internal static class Offline
{
    public static IRail Open(IPersonalValues personal) => new RailConnection
    {
        Settings = new Dictionary<string, string> { ["accountSid"] = "IRacme", ["authToken"] = "env:T", ["programId"] = "1000" },
        Secrets = new Dictionary<string, string> { ["T"] = "secret-of-acme" },
        Personal = personal,
    }.Open(new ImpactRailModule(), ClosedWriteGate.Instance);
}
