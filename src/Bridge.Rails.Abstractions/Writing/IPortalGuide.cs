namespace Bridge.Rails.Abstractions.Writing;

/// <summary>Knows the rail's portal: turns what the API cannot do into exact instructions.</summary>
public interface IPortalGuide
{
    /// <summary>How to build template terms.</summary>
    PortalTask BuildTemplate(TemplateDraft draft);

    /// <summary>How to put a partner on a template: switch the contract it has, or propose the first one.</summary>
    PortalTask SwitchContract(ContractDraft draft);

    /// <summary>How to bring in a partner that neither API nor file can bring in (no e-mail known).</summary>
    PortalTask InvitePartner(PartnerDraft draft);
}
