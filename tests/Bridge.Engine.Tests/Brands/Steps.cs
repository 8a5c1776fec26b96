using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Mapping;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Tests.Brands;

/// <summary>Steps that make a partner.</summary>
internal static class Steps
{
    public static CreatePartner Create(string source, string? website = null, int? email = null) => new()
    {
        Id = StepIds.Of(EntityKind.Partner, source, "create"),
        Entity = EntityKind.Partner,
        Source = source,
        Counts = Outcome.Created,
        Channel = StepChannel.Api,
        Class = OperationClass.Probeable,
        Reversibility = Reversibility.Irreversible,
        Why = "no partner on the target matches",
        Entry = PartnerEntry.CreateDirectly,
        Draft = new PartnerDraft
        {
            Name = source,
            Website = website,
            Contact = email is { } number ? new Contact { Email = Given.Personal(PersonalKind.Email, number) } : null,
        },
    };
}
