using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Json;

namespace Bridge.Engine.Planning;

/// <summary>Fingerprint of the terms that a template gives to each of its contracts: ids, names, partner, states and dates of the single contract left out.</summary>
public static class TemplateTermsHash
{
    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public static string Of(Contract terms) => DraftHash.Of(
        terms with
        {
            Id = new ContractId(""),
            Partner = new PartnerId(""),
            Name = "",
            TemplateId = null,
            TemplateKind = null,
            Status = ContractStatus.Active,
            NativeStatus = null,
            StartsAt = null,
            EndsAt = null,
        },
        BridgeJson.Utc.Contract);
}
