using Bridge.Simulation.Impact.Api;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>Every operation of the simulated Brand API v14, in the spelling of the published paths.</summary>
internal static class ApiRoutes
{
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        new("GET", "Campaigns", "program.list", "Programs", ProgramEndpoints.List),
        new("GET", "Campaigns/*", "program.get", "Programs", ProgramEndpoints.Get),
        new("GET", "MediaPartners", "partner.list", "Partners", PartnerEndpoints.List),
        new("GET", "MediaPartners/*", "partner.get", "Partners", PartnerEndpoints.Get),
        new("POST", "MediaPartners", "partner.create", "Partners", PartnerWrites.Create),
        new("PUT", "MediaPartners/*", "partner.values", "Partners", PartnerWrites.SetValues),
        new("GET", "Campaigns/*/MediaPartnerGroups", "group.list", "PartnerGroups", GroupEndpoints.List),
        new("GET", "Campaigns/*/MediaPartnerGroups/*", "group.get", "PartnerGroups", GroupEndpoints.Get),
        new("POST", "Campaigns/*/MediaPartnerGroups", "group.create", "PartnerGroups", GroupEndpoints.Create),
        new("PUT", "Campaigns/*/MediaPartnerGroups/*", "group.update", "PartnerGroups", GroupEndpoints.Update),
        new("DELETE", "Campaigns/*/MediaPartnerGroups/*", "group.delete", "PartnerGroups", GroupEndpoints.Delete),
        new("GET", "Campaigns/*/Contracts", "contract.list", "Contracts", ContractEndpoints.List),
        new("GET", "Campaigns/*/Contracts/*", "contract.get", "Contracts", ContractEndpoints.Get),
        new("POST", "Programs/*/Contracts", "contract.accept", "Contracts", ContractWrites.Accept),
        new("DELETE", "Programs/*/Contracts", "contract.decline", "Contracts", ContractWrites.Decline),
        new("POST", "Programs/*/TrackingLinks", "link.create", "TrackingLinks", TrackingLinkEndpoints.Create),
        new("GET", "PromoCodes", "code.list", "PromoCodes", PromoCodeEndpoints.List),
        new("GET", "PromoCodes/*", "code.get", "PromoCodes", PromoCodeEndpoints.Get),
        new("POST", "PromoCodes", "code.create", "PromoCodes", PromoCodeWrites.Create),
        new("DELETE", "PromoCodes/*", "code.expire", "PromoCodes", PromoCodeWrites.Expire),
        new("GET", "Deals", "deal.list", "Deals", DealEndpoints.List),
        new("GET", "Deals/*", "deal.get", "Deals", DealEndpoints.Get),
        new("POST", "Deals", "deal.create", "Deals", DealWrites.Create),
        new("PUT", "Deals/*", "deal.update", "Deals", DealWrites.Update),
        new("DELETE", "Deals/*", "deal.delete", "Deals", DealWrites.Delete),
        new("GET", "Actions", "action.list", "Actions", ActionEndpoints.List),
        new("GET", "Actions/*", "action.get", "Actions", ActionEndpoints.Get),
        new("GET", "Actions/*/Items", "action.items", "Actions", ActionEndpoints.Items),
        new("POST", "Conversions", "conversion.submit", "Conversions", ConversionEndpoints.Submit),
    ];
}
