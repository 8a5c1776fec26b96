using System.Globalization;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>The action object and its item.</summary>
internal static class ActionJson
{
    public static void Write(ApiJson json, ApiCall call, ActionRecord action)
    {
        json.Subject = $"action/{action.Id}";
        json.Text("Id", action.Id);
        json.Id("CampaignId", action.ProgramId);
        json.Text("CampaignName", call.Brand.Programs[action.ProgramId].Name);
        json.Id("ActionTrackerId", action.EventType.Id);
        json.Text("ActionTrackerName", action.EventType.Name);
        json.Text("EventCode", action.EventType.Code);
        json.Id("MediaPartnerId", action.PartnerId);
        json.Text("MediaPartnerName", call.World.Partners.Get(action.PartnerId).Name);
        json.Text("State", action.State);
        json.Id("AdId", call.Brand.Programs[action.ProgramId].AdIds[0]);
        json.Money("Payout", action.State == "REVERSED" ? 0m : action.Payout);
        json.Money("DeltaPayout", action.State == "REVERSED" ? -action.Payout : 0m);
        json.Money("IntendedPayout", action.Payout);
        json.Money("Amount", action.State == "REVERSED" ? 0m : action.Amount);
        json.Money("DeltaAmount", action.State == "REVERSED" ? -action.Amount : 0m);
        json.Money("IntendedAmount", action.Amount);
        json.Text("Currency", action.Currency);
        json.Time("ReferringDate", action.ReferringDate);
        json.Time("EventDate", action.EventDate);
        json.Time("CreationDate", action.CreationDate);
        json.Time("LockingDate", action.LockingDate);
        json.Time("ClearedDate", null);
        json.Text("ReferringType", "CLICK_COOKIE");
        json.Text("PromoCode", action.PromoCode);
        json.Text("Oid", action.OrderId);
        json.Text("CustomerStatus", action.CustomerStatus);
        json.Text("SharedId", null);
        json.Text("Uri", call.Uri(string.Create(CultureInfo.InvariantCulture, $"Actions/{action.Id}")));
    }

    /// <summary>The one item an action has here: the order as a whole.</summary>
    public static void WriteItem(ApiJson json, ActionRecord action)
    {
        json.Text("Sku", "ORDER");
        json.Text("ItemName", "Order");
        json.Text("Category", "GENERAL");
        json.Number("Quantity", 1);
        json.Money("SaleAmount", action.Amount);
        json.Text("SaleAmountCurrency", action.Currency);
        json.Money("Payout", action.Payout);
        json.Text("PayoutCurrency", action.Currency);
        json.Text("AdjustmentReason", null);
    }
}
