using Bridge.Simulation.Impact.Portal;

namespace Bridge.Simulation.Impact.People;

/// <summary>The web app as a person uses it, in the same process or in another one. A refusal is a <see cref="PortalException"/>.</summary>
public interface IImpactPortal
{
    /// <summary>Builds template terms from the terms form (JSON) and returns the TemplateId.</summary>
    Task<string> CreateTemplateAsync(string formJson, CancellationToken cancellationToken);

    /// <summary>Changes template terms and rolls the change out.</summary>
    Task ChangeTemplateAsync(string templateId, string formJson, CancellationToken cancellationToken);

    /// <summary>Uploads a file to the partner import.</summary>
    Task<ImportResult> ImportPartnersAsync(string csv, string? templateId, CancellationToken cancellationToken);

    /// <summary>Uploads a file to the prospect import and returns the number of the import.</summary>
    Task<string> ImportProspectsAsync(string csv, CancellationToken cancellationToken);

    /// <summary>How far a prospect import is.</summary>
    Task<ImportResult> ImportAsync(string id, CancellationToken cancellationToken);

    /// <summary>The template that a tool offers for download (CSV).</summary>
    Task<string> ImportTemplateAsync(string tool, CancellationToken cancellationToken);

    /// <summary>The result file of an import that is through (CSV).</summary>
    Task<string> ImportResultFileAsync(string id, CancellationToken cancellationToken);

    /// <summary>Invites one partner by hand (JSON form).</summary>
    Task InviteAsync(string formJson, CancellationToken cancellationToken);

    /// <summary>Moves a partner to other terms (JSON form).</summary>
    Task SwitchContractAsync(string formJson, CancellationToken cancellationToken);

    /// <summary>Adds a host that deep links may lead to.</summary>
    Task PermitHostAsync(string formJson, CancellationToken cancellationToken);

    /// <summary>Makes the program live.</summary>
    Task ActivateProgramAsync(CancellationToken cancellationToken);

    /// <summary>A contact of the account with this website, or null.</summary>
    Task<string?> FindContactAsync(string website, CancellationToken cancellationToken);

    /// <summary>Invitations and proposals that wait for a partner.</summary>
    Task<IReadOnlyList<OpenInvitation>> OpenInvitationsAsync(CancellationToken cancellationToken);

    /// <summary>The partner accepts.</summary>
    Task AcceptAsync(string invitationId, CancellationToken cancellationToken);

    /// <summary>The partner refuses.</summary>
    Task RefuseAsync(string invitationId, CancellationToken cancellationToken);
}
