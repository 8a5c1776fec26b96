using Bridge.Simulation.Impact.Api;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>
/// Conversions make payable commissions. The simulated programs take them through their tracking tag only: a faulty call gets
/// the endpoint's own error shape, a sound one is refused, so no call can change anything.
/// </summary>
internal static class ConversionEndpoints
{
    private static readonly string[] EventTypes = ["EventTypeId", "EventTypeCode", "ActionTrackerId"];
    private static readonly string[] Attributions = ["ClickId", "CustomerId", "CustomProfileId", "OrderPromoCode", "MediaPartnerId", "UniqueUrl", "CallerId"];

    public static ApiReply Submit(ApiCall call)
    {
        call.Fields.RequiredNumber("CampaignId");
        call.Fields.Required("EventDate");
        call.Fields.Time("EventDate");
        call.Fields.Required("OrderId");
        if (!EventTypes.Any(call.Fields.Has))
            call.Fields.Error("EventTypeId", "One of EventTypeId, EventTypeCode and ActionTrackerId is required.");
        if (!Attributions.Any(call.Fields.Has))
            call.Fields.Error("ClickId", "An attribution key is required.");
        return call.Fields.Errors.Count > 0
            ? call.Errors.Conversion(call.Fields.Errors)
            : call.Errors.Message(402, "This program accepts conversions through its tracking tag only.");
    }
}
