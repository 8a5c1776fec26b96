using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Rails.Impact;

/// <summary>
/// Every write with what impact.com offers after doubt and what rollback can do (sheet, section 6.5). No idempotency key exists
/// and duplicates are undocumented, so a creation is probeable where a list shows it and neither where none does. D and R are
/// the kit's assumptions, impact.com publishes neither.
/// </summary>
internal static class ImpactOperations
{
    private const string Mail = "impact.com mails the partner (assumed: the pages name mails for imports and expiries).";

    public static IReadOnlyList<WriteOperation> All { get; } =
    [
        Api(EntityKind.Partner, WriteVerb.Create, OperationClass.Probeable, Reversibility.Irreversible, null,
            "Brand API v14, Partners: POST; no delete, no deactivation. Effect on known e-mails unconfirmed.",
            "A new account and user; impact.com may mail the user (unconfirmed)."),
        Api(EntityKind.Partner, WriteVerb.Amend, OperationClass.Declarative, Reversibility.Reversible, WriteVerb.Amend,
            "Brand API v14, Partners: PUT of MPValue1 to 3, full value on a known id."),
        By(StepChannel.FilePack, EntityKind.Partner, WriteVerb.Create, Mail,
            "Help centre 48001238726 and 155000006273: partner import and prospect import; column lists unconfirmed."),
        By(StepChannel.WorkItem, EntityKind.Partner, WriteVerb.Create, Mail, "Help centre: add partners on a template term, one entry per partner."),

        Api(EntityKind.PartnerGroup, WriteVerb.Create, OperationClass.Probeable, Reversibility.Reversible, WriteVerb.Delete, "Brand API v14, Partner Groups: POST; groups are listed by name."),
        Api(EntityKind.PartnerGroup, WriteVerb.Delete, OperationClass.Declarative, Reversibility.Irreversible, null, "Brand API v14, Partner Groups: DELETE of a known id."),
        Api(EntityKind.PartnerGroup, WriteVerb.AddMembers, OperationClass.Declarative, Reversibility.Reversible, WriteVerb.RemoveMembers, "Brand API v14, Partner Groups: PUT MediaPartnersAdd."),
        Api(EntityKind.PartnerGroup, WriteVerb.RemoveMembers, OperationClass.Declarative, Reversibility.Reversible, WriteVerb.AddMembers, "Brand API v14, Partner Groups: PUT MediaPartnersRemove."),

        // A decision sets the state of a known id. A repeat is answered with 409 and changes nothing, and the contract list
        // shows what was decided: after doubt a look and, if still pending, the same call again are safe.
        Api(EntityKind.Contract, WriteVerb.Accept, OperationClass.Declarative, Reversibility.Irreversible, null, "Brand API v14, Contracts: POST; the first decision is final, 409 afterwards.", Mail),
        Api(EntityKind.Contract, WriteVerb.Decline, OperationClass.Declarative, Reversibility.Irreversible, null, "Brand API v14, Contracts: DELETE; the first decision is final, 409 afterwards.", Mail),
        By(StepChannel.Implied, EntityKind.Contract, WriteVerb.Create, null, "Brand API v14, Partners, and the import tools: a contract comes with the way in; it cannot be ended by API."),
        By(StepChannel.WorkItem, EntityKind.Contract, WriteVerb.Create, Mail, "Help centre: add partners on a template term; the partner accepts."),
        By(StepChannel.WorkItem, EntityKind.Contract, WriteVerb.Switch, Mail, "Help centre 48001237961: Switch to existing contract, Replace or Propose; contracts are immutable but for their end."),
        By(StepChannel.WorkItem, EntityKind.Template, WriteVerb.Create, null, "Help centre 48001238133: template terms are edited in the web app alone."),

        Api(EntityKind.TrackingLink, WriteVerb.Create, OperationClass.Neither, Reversibility.Irreversible, null, "Brand API v14, Tracking Links: POST; no id, no list, no delete."),

        Api(EntityKind.PromoCode, WriteVerb.Create, OperationClass.Probeable, Reversibility.Compensable, WriteVerb.Expire, "Brand API v14, Promo Codes: POST; expiry leaves an INACTIVE record."),
        Api(EntityKind.PromoCode, WriteVerb.Expire, OperationClass.Declarative, Reversibility.Irreversible, null, "Brand API v14, Promo Codes: DELETE expires; no PUT brings a code back."),

        Api(EntityKind.Deal, WriteVerb.Create, OperationClass.Probeable, Reversibility.Reversible, WriteVerb.Delete, "Brand API v14, Deals: POST; deals are listed by program."),
        Api(EntityKind.Deal, WriteVerb.Delete, OperationClass.Declarative, Reversibility.Irreversible, null, "Brand API v14, Deals: DELETE is permanent."),
    ];

    private static WriteOperation Api(EntityKind entity, WriteVerb verb, OperationClass operationClass, Reversibility reversibility, WriteVerb? undo, string source, string? sideEffect = null) => new()
    {
        // No page says that one of these mails; where one may, an open question counts as a mail.
        Mail = sideEffect is null ? PartnerMail.No : PartnerMail.Possible,
        Scope = ScopeOf(entity, verb),
        Entity = entity,
        Verb = verb,
        Channel = StepChannel.Api,
        Class = operationClass,
        Reversibility = reversibility,
        Undo = undo,
        SideEffect = sideEffect,
        Source = source,
    };

    private static WriteOperation By(StepChannel channel, EntityKind entity, WriteVerb verb, string? sideEffect, string source) => new()
    {
        Entity = entity,
        Verb = verb,
        Channel = channel,
        Class = OperationClass.Human,
        Reversibility = Reversibility.Irreversible,
        SideEffect = sideEffect,
        Mail = sideEffect is null ? PartnerMail.No : PartnerMail.Yes,
        Source = source,
    };

    /// <summary>Method and path as the settings of a token list them: the form of the path must match the method.</summary>
    private static string ScopeOf(EntityKind entity, WriteVerb verb) => (entity, verb) switch
    {
        (EntityKind.Partner, WriteVerb.Create) => "POST /MediaPartners",
        (EntityKind.Partner, _) => "PUT /MediaPartners/{id}",
        (EntityKind.PartnerGroup, WriteVerb.Create) => "POST /Campaigns/{id}/MediaPartnerGroups",
        (EntityKind.PartnerGroup, WriteVerb.Delete) => "DELETE /Campaigns/{id}/MediaPartnerGroups/{id}",
        (EntityKind.PartnerGroup, _) => "PUT /Campaigns/{id}/MediaPartnerGroups/{id}",
        (EntityKind.Contract, WriteVerb.Decline) => "DELETE /Programs/{id}/Contracts",
        (EntityKind.Contract, _) => "POST /Programs/{id}/Contracts",
        (EntityKind.TrackingLink, _) => "POST /Programs/{id}/TrackingLinks",
        (EntityKind.PromoCode, WriteVerb.Create) => "POST /PromoCodes",
        (EntityKind.PromoCode, _) => "DELETE /PromoCodes/{id}",
        (EntityKind.Deal, WriteVerb.Create) => "POST /Deals",
        (EntityKind.Deal, _) => "DELETE /Deals/{id}",
        _ => throw new ArgumentOutOfRangeException(nameof(entity), entity, "No call writes it."),
    };
}
