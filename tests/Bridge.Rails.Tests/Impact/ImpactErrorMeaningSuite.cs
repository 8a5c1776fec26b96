using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;
using Bridge.Rails.Impact;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactErrorMeaningSuite : ErrorMeaningSuite
{
    protected override IRail Open(HttpMessageHandler network, TimeProvider time) => new RailConnection
    {
        Settings = new Dictionary<string, string> { ["accountSid"] = "IRacme", ["authToken"] = "env:T", ["writeToken"] = "env:W", ["programId"] = "1000" },
        Secrets = new Dictionary<string, string> { ["T"] = "secret-of-acme", ["W"] = "write-secret-of-acme" },
        Time = time,
        Network = () => network,
    }.Open(new ImpactRailModule(), new OpenGate());

    protected override Task ReadAsync(IRail rail) => rail.Port<IProgramReader>()!.ReadProgramAsync(CancellationToken.None);

    protected override Func<WriteContext, Task>? Write(IRail rail) =>
        context => rail.Port<IPartnerGroupWriter>()!.CreateAsync(new PartnerGroupDraft("Wave 1"), context, CancellationToken.None);

    protected override string Body(int status) => "{\"Status\":\"ERROR\",\"Message\":\"No.\"}";
}
